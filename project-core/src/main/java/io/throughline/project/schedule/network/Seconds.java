package io.throughline.project.schedule.network;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Inside the engine a time is a {@code long}: local seconds since 1970-01-01T00:00, as {@code LocalHours} counts. */
final class Seconds {

    /** No such time. */
    static final long NONE = Long.MIN_VALUE;

    static final int MINUTE = 60;

    private Seconds() {}

    static long of(@Nullable LocalDateTime time) {
        return time == null ? NONE : time.toEpochSecond(ZoneOffset.UTC);
    }

    static LocalDateTime local(long second) {
        return LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC);
    }
}
