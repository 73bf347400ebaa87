package io.throughline.foundation.calendar;

import java.time.Duration;
import java.time.Instant;

/**
 * A piece of the strip that explains a due time.
 *
 * @param from start, before {@code to} in every strip
 * @param to end, where the next segment starts
 * @param time its length, or for a {@code summed} segment the working time in it; negative in a strip that counts back
 * @param summed whether it stands for many short pieces of a long span, closed hours between them included
 */
public record Segment(Instant from, Instant to, Kind kind, Duration time, boolean summed) {

    public enum Kind {
        /** Working time that counts. */
        COUNTED,
        /** Working time of a day that the week or a holiday would have closed; it counts. */
        MAKE_UP_DAY,
        /** Working time in which the clock stood still. */
        PAUSED,
        /** Closed by the week or a break. */
        OUTSIDE_HOURS,
        /** Closed by a holiday. */
        HOLIDAY
    }

    public boolean counts() {
        return kind == Kind.COUNTED || kind == Kind.MAKE_UP_DAY;
    }
}
