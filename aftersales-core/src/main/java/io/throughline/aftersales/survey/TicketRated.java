package io.throughline.aftersales.survey;

import io.throughline.aftersales.ticket.TicketId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A customer rated a ticket's resolution, or changed the rating. */
public record TicketRated(
        TicketId ticket, int occasion, int rating, @Nullable Long customerId, Instant at) {}
