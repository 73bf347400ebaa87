package io.throughline.aftersales.sla.clock;

import io.throughline.foundation.calendar.Segment;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A piece of the strip that explains a due time (service rule 12).
 *
 * @param to its end; null for the pause that lasts
 * @param time its length, or for a {@code summed} segment the working time in it; zero for the pause that lasts
 * @param summed whether it stands for many short pieces of a long span
 * @param status why a paused piece does not count: the code of the status, else null
 * @param reason what was written down about that pause
 */
public record ClockSegment(
        Instant from,
        @Nullable Instant to,
        Segment.Kind kind,
        Duration time,
        boolean summed,
        @Nullable String status,
        @Nullable String reason) {

    /** Whether its time is part of the target. */
    public boolean counts() {
        return kind == Segment.Kind.COUNTED || kind == Segment.Kind.MAKE_UP_DAY;
    }
}
