package io.throughline.aftersales.ticket;

/** What a ticket is about. */
public enum TicketKind {
    FEEDBACK,
    DIAGNOSIS,
    MAINTENANCE,
    TRAINING
}
