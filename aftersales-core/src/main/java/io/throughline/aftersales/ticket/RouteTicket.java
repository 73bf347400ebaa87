package io.throughline.aftersales.ticket;

/**
 * Gives a ticket to somebody by a rule of its team.
 *
 * @param said why, as a line that whoever keeps the rules can read again; it goes into the history
 */
public record RouteTicket(long assigneeId, String said) {}
