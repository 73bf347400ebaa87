package io.throughline.web.aftersales.ticket;

import io.throughline.aftersales.ticket.TicketEntry;

/**
 * One entry of a ticket's timeline, ready to print.
 *
 * @param html safe HTML of a message
 * @param text what happened, of anything else
 * @param icon name in the sprite
 */
public record TicketLine(TicketEntry entry, String html, String text, String icon) {

    /** Class of the message box. */
    public String look() {
        return entry.internal() ? "internal" : entry.fromCustomer() ? "theirs" : "";
    }
}
