package io.throughline.aftersales.ticket;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A solution was given; the customer may object.
 *
 * @param occasion 0 for the first resolution, one more after each reopening
 * @param resolverId who resolved it
 * @param teamId the team that held it at that moment
 */
public record TicketResolved(
        TicketId id,
        String number,
        int occasion,
        @Nullable Long customerId,
        @Nullable Long requesterId,
        @Nullable Long resolverId,
        @Nullable Long teamId,
        Instant at) {

    static TicketResolved of(Ticket ticket, Instant at) {
        var standing = ticket.getStanding();
        return new TicketResolved(
                ticket.ticketId(),
                ticket.getNumber(),
                standing.getReopenedCount(),
                ticket.getCustomerId(),
                ticket.getRequesterId(),
                standing.getResolvedBy(),
                ticket.getTeamId(),
                at);
    }
}
