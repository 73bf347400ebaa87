package io.throughline.aftersales.ticket;

import java.time.Instant;

/**
 * A ticket ended for good.
 *
 * @param status which end: closed, cancelled, merged or one an administrator added
 */
public record TicketClosed(TicketId id, String number, String status, Instant at) {}
