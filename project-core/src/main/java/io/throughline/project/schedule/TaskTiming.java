package io.throughline.project.schedule;

import jakarta.persistence.Embeddable;
import java.time.LocalDateTime;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.jspecify.annotations.Nullable;

/** When a task's work is done, beyond its dates: on which calendar, with which interruptions. Amounts in minutes. */
@Embeddable
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class TaskTiming {

    private @Nullable Long calendarId;
    private @Nullable Long remainingMinutes;
    private @Nullable LocalDateTime resumeAt;
    private long gapMinutes;
    private long levelingDelayMinutes;

    static TaskTiming usual() {
        return new TaskTiming();
    }

    /** @param calendar null for the project's */
    void count(@Nullable Long calendar) {
        calendarId = calendar;
    }

    /** @param minutes of its duration still to come */
    void remain(long minutes) {
        remainingMinutes = minutes;
    }

    static TaskTiming on(@Nullable Long calendar) {
        var timing = new TaskTiming();
        timing.calendarId = calendar;
        return timing;
    }

    /** What remains follows from the percentage again. */
    void reported() {
        remainingMinutes = null;
    }

    /** As if never begun, or done: nothing goes on later. */
    void settled() {
        remainingMinutes = null;
        resumeAt = null;
    }

    /** What remains goes on then, with a gap behind what is done. */
    void resume(LocalDateTime time) {
        resumeAt = time;
    }

    /** @param minutes by the clock, put before the start by resource leveling, negative behind the finish; 0 takes the delay away */
    void delay(long minutes) {
        levelingDelayMinutes = minutes;
    }
}
