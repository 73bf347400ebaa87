package io.throughline.foundation.job;

import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;

/** When recurring work comes back. */
public final class Rhythm {

    private final Schedule schedule;

    private Rhythm(Schedule schedule) {
        this.schedule = schedule;
    }

    /** The pause lies between the end of a run and the start of the next. */
    public static Rhythm every(Duration pause) {
        return new Rhythm(Schedules.fixedDelay(pause));
    }

    public static Rhythm daily(LocalTime at, ZoneId zone) {
        return new Rhythm(Schedules.daily(zone, at));
    }

    /** @param expression six fields, seconds first, as in Spring */
    public static Rhythm cron(String expression, ZoneId zone) {
        return new Rhythm(Schedules.cron(expression, zone));
    }

    Schedule schedule() {
        return schedule;
    }
}
