package io.throughline.aftersales.ticket;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps on the ticket's row what its messages tell, without making a new version of the ticket. */
@Component
@RequiredArgsConstructor
class MessageFacts {

    private final JdbcClient jdbc;

    /** One message more, the newest. */
    void add(Message message) {
        boolean open = message.getVisibility() == Visibility.PUBLIC;
        jdbc.sql("""
                        update aftersales.ticket
                           set active_at = greatest(active_at, cast(:at as timestamptz)),
                               last_public_message_id =
                                   case when :open then :id else last_public_message_id end,
                               last_customer_message_at =
                                   case when :customer then cast(:at as timestamptz) else last_customer_message_at end,
                               last_public_reply_at = case when :answer then cast(:at as timestamptz) else last_public_reply_at end,
                               first_response_at =
                                   case when :answer then coalesce(first_response_at, cast(:at as timestamptz)) else first_response_at end,
                               acknowledged_at =
                                   case when :answer then coalesce(acknowledged_at, cast(:at as timestamptz)) else acknowledged_at end,
                               awaiting_since = case when :answer then null
                                                     when :customer then coalesce(awaiting_since, cast(:at as timestamptz))
                                                     else awaiting_since end,
                               public_replies = public_replies + case when :answer then 1 else 0 end
                         where id = :ticket
                        """)
                .param("ticket", message.getTicketId())
                .param("id", message.requireId())
                .param("at", Timestamp.from(message.getAt()))
                .param("open", open)
                .param("customer", open && message.isFromCustomer())
                .param("answer", message.isAnswer())
                .update();
    }

    /** The first word: whoever wrote it down, nobody answered anything yet; on the phone it was answered at once. */
    void opened(Message message) {
        jdbc.sql("""
                        update aftersales.ticket
                           set last_public_message_id = :id,
                               last_customer_message_at = cast(:at as timestamptz),
                               acknowledged_at = first_response_at,
                               awaiting_since = case when first_response_at is null then cast(:at as timestamptz) end
                         where id = :ticket
                        """)
                .param("ticket", message.getTicketId())
                .param("id", message.requireId())
                .param("at", Timestamp.from(message.getAt()))
                .update();
    }

    /** Works everything out anew from the messages, after some came or went. */
    void recount(TicketId ticket) {
        jdbc.sql("""
                        update aftersales.ticket t
                           set last_public_message_id = m.last_public,
                               last_customer_message_at = m.last_customer,
                               last_public_reply_at = m.last_answer,
                               awaiting_since = (select min(w.at) from aftersales.ticket_message w
                                                  where w.ticket_id = t.id and w.visibility = 'PUBLIC'
                                                    and w.from_customer
                                                    and w.at > coalesce(m.last_answer, '-infinity'::timestamptz)),
                               public_replies = m.answers
                          from (select (array_agg(id order by at desc, id desc)
                                           filter (where visibility = 'PUBLIC'))[1] as last_public,
                                       max(at) filter (where visibility = 'PUBLIC' and from_customer) as last_customer,
                                       max(at) filter (where visibility = 'PUBLIC' and not from_customer
                                                         and not automatic) as last_answer,
                                       count(*) filter (where visibility = 'PUBLIC' and not from_customer
                                                          and not automatic) as answers
                                  from aftersales.ticket_message
                                 where ticket_id = :ticket) m
                         where t.id = :ticket
                        """).param("ticket", ticket.value()).update();
    }

    /** The newest message the customer can read; null when there is none. */
    @Nullable
    Long lastPublicMessage(TicketId ticket) {
        return jdbc.sql("select last_public_message_id from aftersales.ticket where id = ?")
                .param(ticket.value())
                .query((row, n) -> Optional.ofNullable(row.getObject(1, Long.class)))
                .single()
                .orElse(null);
    }

    /** Something happened to the ticket. */
    void touch(TicketId ticket, Instant at) {
        jdbc.sql(
                        "update aftersales.ticket set active_at = greatest(active_at, cast(:at as timestamptz)) where id = :ticket")
                .param("ticket", ticket.value())
                .param("at", Timestamp.from(at))
                .update();
    }
}
