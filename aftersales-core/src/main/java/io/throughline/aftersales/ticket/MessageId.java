package io.throughline.aftersales.ticket;

/** Identity of a message in a ticket's conversation. */
public record MessageId(long value) {}
