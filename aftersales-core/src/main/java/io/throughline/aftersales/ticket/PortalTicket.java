package io.throughline.aftersales.ticket;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A ticket as its customer sees it.
 *
 * @param resolutionNo which resolution this is, for its rating
 * @param product serial number and model of what it is about
 * @param promisedAt until when we promised the next thing; null where nothing is promised, or while we wait for the customer
 * @param promisedAnswer whether that is an answer; else a solution
 * @param mayReopen whether an objection still takes up this ticket, and does not open a new one
 */
public record PortalTicket(
        TicketId id,
        String number,
        TicketKind kind,
        TicketStatus status,
        String subject,
        String requester,
        Instant openedAt,
        @Nullable Instant resolvedAt,
        @Nullable Instant closedAt,
        int resolutionNo,
        boolean mayReopen,
        @Nullable String followUp,
        @Nullable String product,
        @Nullable Instant promisedAt,
        boolean promisedAnswer,
        List<TicketEntry> entries) {

    public PortalTicket {
        entries = List.copyOf(entries);
    }

    public boolean isResolved() {
        return status.category() == StatusCategory.RESOLVED;
    }

    public boolean isClosed() {
        return status.category() == StatusCategory.CLOSED;
    }
}
