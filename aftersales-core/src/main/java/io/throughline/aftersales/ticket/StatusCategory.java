package io.throughline.aftersales.ticket;

/** What a status means to clocks, counts and lists; statuses may be renamed and added, categories may not. */
public enum StatusCategory {
    OPEN,
    PAUSED,
    RESOLVED,
    CLOSED;

    /** Work is still owed: open or paused. */
    public boolean isLive() {
        return this == OPEN || this == PAUSED;
    }
}
