package io.throughline.aftersales.sla;

import io.throughline.aftersales.sla.clock.ClockType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a clock of a ticket stands, without its reasons: of each type the latest run.
 *
 * @param due null while a pause holds it
 * @param breachedAt the due second, once it is broken
 * @param nextLevel number of the escalation that comes next; null where none waits
 * @param nextLevelAt when it comes
 */
public record ClockBrief(
        ClockType type,
        @Nullable Instant due,
        @Nullable Instant pausedSince,
        @Nullable Instant stoppedAt,
        @Nullable Instant breachedAt,
        @Nullable Integer nextLevel,
        @Nullable Instant nextLevelAt) {

    public boolean isOwed() {
        return stoppedAt == null;
    }

    public boolean isPaused() {
        return pausedSince != null;
    }

    /** Kept in time. */
    public boolean isMet() {
        return stoppedAt != null && breachedAt == null;
    }
}
