package io.throughline.aftersales.ticket;

/**
 * A ticket tied to another one.
 *
 * @param outgoing whether the tie was made from the ticket one looks at
 */
public record LinkedTicket(String number, String subject, TicketStatus status, LinkKind kind, boolean outgoing) {}
