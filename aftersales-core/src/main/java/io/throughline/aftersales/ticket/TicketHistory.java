package io.throughline.aftersales.ticket;

import java.sql.Timestamp;
import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes each step and each change of a ticket down in the same transaction; nothing is ever changed there. */
@Component
@RequiredArgsConstructor
class TicketHistory {

    private final JdbcClient jdbc;
    private final MessageFacts facts;

    @EventListener
    void on(TicketStatusChanged step) {
        jdbc.sql("""
                        insert into aftersales.ticket_status_change (ticket_id, from_status, from_category, to_status,
                               to_category, at, by_user_id, by_contact_id, by_name, reason)
                        values (:ticket, :from, :fromCategory, :to, :toCategory, :at, :user, :contact, :name, :reason)
                        """)
                .param("ticket", step.id().value())
                .param("from", step.from())
                .param(
                        "fromCategory",
                        step.fromCategory() == null ? null : step.fromCategory().name())
                .param("to", step.to())
                .param("toCategory", step.toCategory().name())
                .param("at", Timestamp.from(step.at()))
                .param("user", step.byUserId())
                .param("contact", step.byContactId())
                .param("name", step.byName())
                .param("reason", step.reason())
                .update();
        facts.touch(step.id(), step.at());
    }

    @EventListener
    void on(TicketChanged change) {
        jdbc.sql("""
                        insert into aftersales.ticket_change (ticket_id, field, from_value, to_value, at, by_user_id,
                               by_name)
                        values (:ticket, :field, :from, :to, :at, :user, :name)
                        """)
                .param("ticket", change.id().value())
                .param("field", change.field())
                .param("from", change.from())
                .param("to", change.to())
                .param("at", Timestamp.from(change.at()))
                .param("user", change.byUserId())
                .param("name", change.byName())
                .update();
        facts.touch(change.id(), change.at());
    }
}
