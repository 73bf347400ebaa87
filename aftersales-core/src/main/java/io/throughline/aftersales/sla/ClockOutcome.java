package io.throughline.aftersales.sla;

import org.jspecify.annotations.Nullable;

/** How a clock ended, or that it has not. */
public enum ClockOutcome {
    /** Nothing was promised. */
    NONE,
    RUNNING,
    MET,
    BREACHED;

    static ClockOutcome of(@Nullable StoredClock clock) {
        if (clock == null || clock.withdrawn() && clock.breachedAt() == null) {
            return NONE;
        }
        return clock.breachedAt() != null ? BREACHED : clock.isOwed() ? RUNNING : MET;
    }
}
