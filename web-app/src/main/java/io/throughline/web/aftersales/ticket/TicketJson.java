package io.throughline.web.aftersales.ticket;

import io.throughline.aftersales.ticket.Priority;
import io.throughline.aftersales.ticket.StatusCategory;
import io.throughline.aftersales.ticket.TicketDetail;
import io.throughline.aftersales.ticket.TicketKind;
import io.throughline.aftersales.ticket.TicketRow;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A ticket as programs see it, in lists and alone. */
record TicketJson(
        String number,
        TicketKind kind,
        boolean complaint,
        String status,
        StatusCategory category,
        Priority priority,
        boolean escalated,
        String subject,
        @Nullable String customer,
        @Nullable String requester,
        @Nullable Long assignee,
        @Nullable Instant due,
        Instant created,
        List<String> tags,
        @Nullable Integer version) {

    static TicketJson of(TicketRow row) {
        return new TicketJson(
                row.number(),
                row.kind(),
                row.complaint(),
                row.status().code(),
                row.status().category(),
                row.priority(),
                row.escalated(),
                row.subject(),
                row.customerNumber(),
                row.requester(),
                row.assigneeId(),
                row.dueAt(),
                row.openedAt(),
                row.tags(),
                null);
    }

    static TicketJson of(TicketDetail ticket) {
        return new TicketJson(
                ticket.number(),
                ticket.kind(),
                ticket.complaint(),
                ticket.status().code(),
                ticket.status().category(),
                ticket.priority(),
                ticket.escalated(),
                ticket.subject(),
                ticket.customerNumber(),
                ticket.requester(),
                ticket.assigneeId(),
                ticket.dueAt(),
                ticket.openedAt(),
                ticket.tags(),
                ticket.version());
    }
}
