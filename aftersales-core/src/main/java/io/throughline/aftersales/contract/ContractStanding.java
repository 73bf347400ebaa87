package io.throughline.aftersales.contract;

import java.time.LocalDate;

/** How a contract stands on a day. */
public enum ContractStanding {
    DRAFT,
    /** Signed, but its first day lies ahead. */
    AHEAD,
    RUNNING,
    /** Running, and within the days of its renewal notice. */
    ENDING,
    OVER,
    CANCELLED;

    static ContractStanding of(ContractState state, LocalDate starts, LocalDate ends, int noticeDays, LocalDate day) {
        return switch (state) {
            case DRAFT -> DRAFT;
            case CANCELLED -> CANCELLED;
            case ACTIVE -> {
                if (day.isBefore(starts)) {
                    yield AHEAD;
                }
                if (day.isAfter(ends)) {
                    yield OVER;
                }
                yield day.isBefore(ends.minusDays(noticeDays)) ? RUNNING : ENDING;
            }
        };
    }

    public boolean isRunning() {
        return this == RUNNING || this == ENDING;
    }
}
