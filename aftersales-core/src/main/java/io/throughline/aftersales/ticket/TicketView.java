package io.throughline.aftersales.ticket;

import java.util.Locale;

/** The default views of the ticket list; each has an index of its own. */
public enum TicketView {
    MY,
    UNASSIGNED,
    OPEN,
    OVERDUE,
    ALL;

    /** Only work that is still owed. */
    public boolean isLive() {
        return this != ALL;
    }

    /** The word in an address. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
