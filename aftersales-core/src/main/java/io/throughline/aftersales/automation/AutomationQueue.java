package io.throughline.aftersales.automation;

import io.throughline.aftersales.ticket.MessageId;
import io.throughline.aftersales.ticket.TicketId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** What waits for the rules, in the order in which it happened. */
@Component
@RequiredArgsConstructor
class AutomationQueue {

    private final Doer doer;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final TransactionOperations transactions;

    /** Something new waits. */
    record News() {}

    void add(TicketId ticket, Occasion occasion, @Nullable MessageId message, Instant at) {
        jdbc.sql("""
                        insert into aftersales.automation_event (ticket_id, occasion, message_id, at, chain)
                        values (:ticket, :occasion, :message, :at, :chain)
                        """)
                .param("ticket", ticket.value())
                .param("occasion", occasion.name())
                .param("message", message == null ? null : message.value())
                .param("at", Timestamp.from(at))
                .param("chain", doer.chain().toArray(Long[]::new))
                .update();
        events.publishEvent(new News());
    }

    /**
     * Hands the oldest that nobody is at to the work and forgets it afterwards, in one transaction. What happened to a ticket
     * waits for what happened to it before.
     *
     * @return whether there was any
     */
    boolean next(Consumer<Heard> work) {
        return Boolean.TRUE.equals(transactions.execute(status -> {
            var next = oldest();
            next.ifPresent(heard -> {
                work.accept(heard);
                jdbc.sql("delete from aftersales.automation_event where id = ?")
                        .param(Long.parseLong(heard.cause().substring(1)))
                        .update();
            });
            return next.isPresent();
        }));
    }

    private Optional<Heard> oldest() {
        return jdbc.sql("""
                        select * from aftersales.automation_event e
                         where not exists (select 1 from aftersales.automation_event b
                                            where b.ticket_id = e.ticket_id and b.id < e.id)
                         order by e.id
                         limit 1
                           for update of e skip locked
                        """).query((row, n) -> heard(row)).optional();
    }

    private static Heard heard(ResultSet row) throws SQLException {
        return new Heard(
                "e" + row.getLong("id"),
                row.getLong("ticket_id"),
                Occasion.valueOf(row.getString("occasion")),
                row.getObject("message_id", Long.class),
                row.getTimestamp("at").toInstant(),
                List.of((Long[]) row.getArray("chain").getArray()));
    }
}
