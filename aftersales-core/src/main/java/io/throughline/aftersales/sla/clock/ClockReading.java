package io.throughline.aftersales.sla.clock;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a clock stands. It names no present moment, so the same past gives the same reading at any time.
 *
 * @param due when the promise breaks; null while a pause without end holds the clock
 * @param pausedSince when it began to stand still; null while it runs and when it has stopped
 * @param stoppedAt when the promise was kept or fell away; null while it is owed
 */
public record ClockReading(
        ClockType type,
        Target target,
        Instant start,
        @Nullable Instant due,
        @Nullable Instant pausedSince,
        @Nullable Instant stoppedAt) {

    /** The due second if the promise was broken until {@code now}, else null; an answer at the due second keeps it. */
    public @Nullable Instant breachedAt(Instant now) {
        var until = stoppedAt == null ? now : stoppedAt;
        return due != null && due.isBefore(until) ? due : null;
    }

    public boolean isOwed() {
        return stoppedAt == null;
    }

    public boolean isPaused() {
        return pausedSince != null;
    }
}
