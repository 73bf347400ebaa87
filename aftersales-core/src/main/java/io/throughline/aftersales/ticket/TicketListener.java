package io.throughline.aftersales.ticket;

/** Who hears of what happens by itself, by what he or she is to the ticket. */
public enum TicketListener {
    OWNER,
    TEAM,
    MANAGERS,
    /** The customer's account executive. */
    ACCOUNT_EXECUTIVE
}
