package io.throughline.aftersales.ticket;

/** Identity of a ticket. */
public record TicketId(long value) {}
