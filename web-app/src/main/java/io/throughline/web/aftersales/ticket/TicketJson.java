package io.throughline.web.aftersales.ticket;

import io.throughline.aftersales.sla.ClockBrief;
import io.throughline.aftersales.sla.clock.ClockType;
import io.throughline.aftersales.ticket.Priority;
import io.throughline.aftersales.ticket.StatusCategory;
import io.throughline.aftersales.ticket.TicketDetail;
import io.throughline.aftersales.ticket.TicketKind;
import io.throughline.aftersales.ticket.TicketRow;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A ticket as programs see it, in lists and alone.
 *
 * @param installedProduct code of the product it is about
 * @param due of the running clocks the nearest due time, without one {@code agreedDue}
 * @param dueClock the clock it is of
 * @param agreedDue what somebody agreed by hand
 * @param paused whether its clocks stand still
 * @param workaroundAt of a diagnosis, since when a workaround helps the customer
 * @param clocks of each type the latest run; empty is "no SLA"
 */
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
        @Nullable String installedProduct,
        @Nullable Long assignee,
        @Nullable Instant due,
        @Nullable String dueClock,
        @Nullable Instant agreedDue,
        boolean paused,
        @Nullable Instant workaroundAt,
        Instant created,
        List<String> tags,
        List<ClockLine> clocks,
        @Nullable Integer version) {

    static TicketJson of(TicketRow row, List<ClockBrief> clocks) {
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
                row.product(),
                row.assigneeId(),
                row.dueAt(),
                row.dueClock(),
                row.agreedDueAt(),
                row.paused(),
                row.workaroundAt(),
                row.openedAt(),
                row.tags(),
                clocks.stream().map(ClockLine::of).toList(),
                null);
    }

    static TicketJson of(TicketDetail ticket, List<ClockBrief> clocks) {
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
                ticket.installedProduct(),
                ticket.assigneeId(),
                ticket.dueAt(),
                ticket.dueClock(),
                ticket.agreedDueAt(),
                ticket.paused(),
                ticket.workaroundAt(),
                ticket.openedAt(),
                ticket.tags(),
                clocks.stream().map(ClockLine::of).toList(),
                ticket.version());
    }

    /**
     * A clock without its reasons, which {@code GET /api/v1/tickets/{no}/clocks} tells.
     *
     * @param nextEscalationAt when its next escalation comes; null where none waits
     */
    record ClockLine(
            ClockType type,
            @Nullable Instant due,
            @Nullable Instant pausedSince,
            @Nullable Instant stoppedAt,
            @Nullable Instant breachedAt,
            @Nullable Instant nextEscalationAt) {

        static ClockLine of(ClockBrief clock) {
            return new ClockLine(
                    clock.type(),
                    clock.due(),
                    clock.pausedSince(),
                    clock.stoppedAt(),
                    clock.breachedAt(),
                    clock.nextLevelAt());
        }
    }
}
