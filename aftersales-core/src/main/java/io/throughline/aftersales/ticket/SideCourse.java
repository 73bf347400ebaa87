package io.throughline.aftersales.ticket;

import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.UserId;
import io.throughline.foundation.people.Viewer;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * For features that run a course of their own beside the ticket's: they lock the ticket first, as every command on it does,
 * and move it along where the two courses hang together. Always in the caller's transaction.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
@RequiredArgsConstructor
@Allow(signedIn = true)
public class SideCourse {

    private final TicketRepository tickets;
    private final TicketAccess access;
    private final TicketCourse course;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** Locks the ticket. Throws {@link io.throughline.foundation.model.NotFound} out of the viewer's scope. */
    public Stand stand(Viewer viewer, String number) {
        return Stand.of(access.lock(viewer, number));
    }

    /** The customer was told that we have it, whichever way; said twice it stays with the first time. */
    public void acknowledge(Viewer viewer, TicketId ticket, Instant at) {
        jdbc.sql(
                        "update aftersales.ticket set acknowledged_at = coalesce(acknowledged_at, cast(? as timestamptz)) where id = ?")
                .params(Timestamp.from(at), ticket.value())
                .update();
    }

    /** Into a built-in status; being there already is fine. Throws {@code RuleViolation} where no way leads there. */
    public void move(Viewer viewer, String number, String status) {
        var ticket = access.lock(viewer, number);
        if (!ticket.getStatus().equals(status)) {
            course.apply(ticket, viewer, status);
            tickets.saveAndFlush(ticket);
        }
    }

    /** A line of the ticket's history. */
    public void note(Viewer viewer, TicketId ticket, String field, String said) {
        events.publishEvent(TicketChanged.by(viewer, ticket, field, null, said, clock.instant()));
    }

    /** A line of the ticket's history: what stood there stands there no longer. */
    public void noteGone(Viewer viewer, TicketId ticket, String field, String was) {
        events.publishEvent(TicketChanged.by(viewer, ticket, field, was, null, clock.instant()));
    }

    /** The ticket is about this deliverable of its customer, and so about its project; {@code RuleViolation} for another's. */
    public void trace(Viewer viewer, String number, long deliverable) {
        var ticket = access.lock(viewer, number);
        var project = jdbc.sql("""
                        select p.id from project.deliverable v join project.project p on p.id = v.project_id
                         where v.id = :deliverable and v.deleted_at is null and p.customer_id = :customer
                        """)
                .param("deliverable", deliverable)
                .param("customer", ticket.getCustomerId())
                .query(Long.class)
                .optional()
                .orElseThrow(() -> new RuleViolation("aftersales.ticket.foreignDeliverable").at("deliverableId"));
        ticket.trace(project, deliverable, viewer, clock.instant());
        tickets.saveAndFlush(ticket);
    }

    /** Somebody works on the ticket besides its owner, and sees it from now on; or no longer does. */
    public void help(Viewer viewer, TicketId ticket, UserId helper, boolean helps) {
        var sql = helps
                ? "insert into aftersales.ticket_helper (ticket_id, user_id) values (?, ?) on conflict do nothing"
                : "delete from aftersales.ticket_helper where ticket_id = ? and user_id = ?";
        jdbc.sql(sql).params(ticket.value(), helper.value()).update();
    }

    /**
     * Where a locked ticket stands.
     *
     * @param assigneeId its owner
     */
    public record Stand(
            TicketId id,
            String number,
            TicketKind kind,
            boolean complaint,
            String status,
            StatusCategory category,
            @Nullable Long assigneeId,
            @Nullable Long projectId,
            @Nullable Long requesterId,
            Instant openedAt) {

        static Stand of(Ticket ticket) {
            return new Stand(
                    ticket.ticketId(),
                    ticket.getNumber(),
                    ticket.getKind(),
                    ticket.isComplaint(),
                    ticket.getStatus(),
                    ticket.getCategory(),
                    ticket.getAssigneeId(),
                    ticket.getProjectId(),
                    ticket.getRequesterId(),
                    ticket.getOpenedAt());
        }
    }
}
