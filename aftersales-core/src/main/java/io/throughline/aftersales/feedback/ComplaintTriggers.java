package io.throughline.aftersales.feedback;

import io.throughline.aftersales.ticket.MessageId;
import io.throughline.aftersales.ticket.StatusCategory;
import io.throughline.aftersales.ticket.TicketAnswered;
import io.throughline.aftersales.ticket.TicketAssigned;
import io.throughline.aftersales.ticket.TicketChanged;
import io.throughline.aftersales.ticket.TicketId;
import io.throughline.aftersales.ticket.TicketStatus;
import io.throughline.aftersales.ticket.TicketStatusChanged;
import io.throughline.aftersales.ticket.Visibility;
import io.throughline.foundation.model.RuleViolation;
import java.time.Instant;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps a complaint in step with its ticket, in the ticket's transaction; what the complaint forbids fails there. */
@Component
@RequiredArgsConstructor
class ComplaintTriggers {

    private final ComplaintRepository complaints;
    private final HouseLimits limits;
    private final Independence independence;
    private final JdbcClient jdbc;

    @EventListener
    void on(TicketChanged event) {
        switch (event.field()) {
            case "COMPLAINT" -> {
                if (Boolean.parseBoolean(event.to())) {
                    receive(event.id(), new Actor(event.byUserId(), event.byName()), event.at());
                } else {
                    find(event.id()).ifPresent(this::forget);
                }
            }
            case "PROJECT" ->
                find(event.id())
                        .filter(Complaint::isOpen)
                        .map(Complaint::getInvestigatorId)
                        .ifPresent(person -> independence.require(event.id().value(), person, "projectId"));
            default -> {}
        }
    }

    @EventListener
    void on(TicketAssigned event) {
        var owner = event.toUser();
        if (owner != null
                && find(event.id())
                        .filter(Complaint::isOpen)
                        .filter(complaint -> owner.equals(complaint.getInvestigatorId()))
                        .isPresent()) {
            throw new RuleViolation("aftersales.feedback.investigatorOwns").at("assigneeId");
        }
    }

    /** The first public word of a person tells the complainant that we have it. */
    @EventListener
    void on(TicketAnswered event) {
        if (!event.byCustomer() && event.visibility() == Visibility.PUBLIC) {
            find(event.id())
                    .filter(complaint -> complaint.isOpen() && complaint.getAcknowledgedAt() == null)
                    .ifPresent(complaint -> author(event.message()).ifPresent(by -> {
                        complaint.acknowledge(by, event.at());
                        complaints.saveAndFlush(complaint);
                    }));
        }
    }

    @EventListener
    void on(TicketStatusChanged event) {
        if (event.from() == null) {
            receive(event.id(), new Actor(event.byUserId(), event.byName()), event.at());
        } else {
            find(event.id()).filter(Complaint::isOpen).ifPresent(complaint -> follow(complaint, event));
        }
    }

    private void follow(Complaint complaint, TicketStatusChanged event) {
        var by = new Actor(event.byUserId(), event.byName());
        if (event.to().equals(TicketStatus.CANCELLED) || event.to().equals(TicketStatus.MERGED)) {
            requireComplaintToMergeInto(event);
            complaint.withdraw(by, event.at());
        } else if (event.toCategory() == StatusCategory.RESOLVED) {
            require(complaint.getState().isAnswered(), "aftersales.feedback.respondFirst");
        } else if (event.toCategory() == StatusCategory.CLOSED) {
            close(complaint, event, by);
        } else if (event.fromCategory() == StatusCategory.RESOLVED
                && complaint.getState() == ComplaintState.COMMUNICATED) {
            complaint.refuse(null, by, event.at());
        }
        complaints.saveAndFlush(complaint);
    }

    /** By people only what the customer accepted; by itself, after days of silence, what was communicated too. */
    private void close(Complaint complaint, TicketStatusChanged event, Actor by) {
        boolean person = event.byUserId() != null || event.byContactId() != null;
        require(complaint.getAcceptedAt() != null || !person, "aftersales.feedback.closeThere");
        complaint.close(by.name(), limits.handled(complaint, event.at()), by, event.at());
    }

    /** Else the complaint would be gone with the ticket. */
    private void requireComplaintToMergeInto(TicketStatusChanged event) {
        require(
                !event.to().equals(TicketStatus.MERGED)
                        || jdbc.sql("""
                                select exists (select 1 from aftersales.ticket t join aftersales.complaint c on c.ticket_id = t.merged_into_id
                                                where t.id = ?)
                                """)
                                .param(event.id().value())
                                .query(Boolean.class)
                                .single(),
                "aftersales.feedback.mergeIntoComplaint");
    }

    /** The receipt was when the customer asked; on the phone it was acknowledged with that. */
    private void receive(TicketId ticket, Actor by, Instant at) {
        jdbc.sql("""
                        select t.opened_at, t.acknowledged_at from aftersales.ticket t
                         where t.id = ? and t.complaint
                           and not exists (select 1 from aftersales.complaint c where c.ticket_id = t.id)
                        """)
                .param(ticket.value())
                .query((row, n) -> new Receipt(
                        row.getTimestamp("opened_at").toInstant(), row.getTimestamp("acknowledged_at") != null))
                .optional()
                .ifPresent(receipt -> {
                    var complaint = complaints.saveAndFlush(limits.complaint(ticket.value(), receipt.at()));
                    complaint.announce(by, at);
                    if (receipt.acknowledged()) {
                        complaint.acknowledge(by, at);
                    }
                    complaints.saveAndFlush(complaint);
                });
    }

    private record Receipt(Instant at, boolean acknowledged) {}

    /** What was marked by mistake is no complaint; what somebody has assessed stays one. */
    private void forget(Complaint complaint) {
        if (complaint.getState() != ComplaintState.RECEIVED && complaint.getState() != ComplaintState.ACKNOWLEDGED) {
            throw new RuleViolation("aftersales.feedback.staysComplaint").at("complaint");
        }
        complaints.delete(complaint);
    }

    private Optional<Complaint> find(TicketId ticket) {
        return complaints.findByTicketId(ticket.value());
    }

    /** Who wrote a message; empty for one that was sent by itself. */
    private Optional<Actor> author(MessageId message) {
        return jdbc.sql("select user_id, author_name from aftersales.ticket_message where id = ? and not automatic")
                .param(message.value())
                .query((row, n) -> new Actor(row.getObject("user_id", Long.class), row.getString("author_name")))
                .optional();
    }

    private static void require(boolean allowed, String otherwise) {
        if (!allowed) {
            throw new RuleViolation(otherwise);
        }
    }
}
