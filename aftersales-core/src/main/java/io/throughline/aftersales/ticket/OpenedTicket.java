package io.throughline.aftersales.ticket;

/**
 * What came of asking for a ticket.
 *
 * @param message the first message, to hang files on
 * @param fresh false where the same request had opened it before
 */
public record OpenedTicket(TicketId id, String number, MessageId message, boolean fresh) {}
