package io.throughline.aftersales.feedback;

import io.throughline.aftersales.ticket.TicketChanged;
import io.throughline.aftersales.ticket.TicketId;
import java.sql.Timestamp;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes each step of a complaint down, there and in the ticket's history; nothing is ever changed there. */
@Component
@RequiredArgsConstructor
class ComplaintHistory {

    private static final String FIELD = "COMPLAINT_STEP";

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    @EventListener
    void on(ComplaintStepped event) {
        jdbc.sql("""
                        insert into aftersales.complaint_step (complaint_id, step, from_state, to_state, note, at, by_user_id,
                               by_name)
                        values (:complaint, :step, :from, :to, :note, :at, :user, :name)
                        """)
                .param("complaint", event.complaintId())
                .param("step", event.step().name())
                .param("from", event.from() == null ? null : event.from().name())
                .param("to", event.to().name())
                .param("note", event.note())
                .param("at", Timestamp.from(event.at()))
                .param("user", event.byUserId())
                .param("name", event.byName())
                .update();
        events.publishEvent(new TicketChanged(
                new TicketId(event.ticketId()),
                FIELD,
                null,
                event.step().name(),
                event.at(),
                event.byUserId(),
                event.byName()));
    }
}
