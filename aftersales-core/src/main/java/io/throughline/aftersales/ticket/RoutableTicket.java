package io.throughline.aftersales.ticket;

import org.jspecify.annotations.Nullable;

/**
 * What a rule asks of a ticket to find who works on it.
 *
 * @param about names of the deliverable and the project it is about
 */
public record RoutableTicket(
        TicketId id,
        String number,
        TicketKind kind,
        Priority priority,
        String subject,
        String about,
        @Nullable Long teamId,
        @Nullable Long assigneeId) {}
