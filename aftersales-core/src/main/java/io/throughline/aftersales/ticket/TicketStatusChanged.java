package io.throughline.aftersales.ticket;

import io.throughline.foundation.people.Viewer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One step of a ticket's course; the first has no {@code from}. Clocks are derived from these alone. */
public record TicketStatusChanged(
        TicketId id,
        String number,
        @Nullable String from,
        @Nullable StatusCategory fromCategory,
        String to,
        StatusCategory toCategory,
        Instant at,
        @Nullable Long byUserId,
        @Nullable Long byContactId,
        String byName,
        @Nullable String reason) {

    static TicketStatusChanged first(Ticket ticket, Viewer by) {
        return of(ticket, null, null, by, ticket.getOpenedAt(), null);
    }

    /** The step that led to where the ticket stands now. */
    static TicketStatusChanged of(
            Ticket ticket,
            @Nullable String from,
            @Nullable StatusCategory fromCategory,
            Viewer by,
            Instant at,
            @Nullable String reason) {
        return new TicketStatusChanged(
                ticket.ticketId(),
                ticket.getNumber(),
                from,
                fromCategory,
                ticket.getStatus(),
                ticket.getCategory(),
                at,
                by.personId(),
                by.contactId(),
                by.name(),
                reason);
    }
}
