package io.throughline.aftersales.automation;

import io.throughline.aftersales.ticket.Channel;
import io.throughline.aftersales.ticket.Priority;
import io.throughline.aftersales.ticket.TicketKind;
import io.throughline.foundation.customer.CustomerTier;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what conditions ask for. */
@Component
@RequiredArgsConstructor
class FactReader {

    /** Expressions on {@code aftersales.ticket t} and {@code foundation.customer c}. */
    static final String COLUMNS = """
            t.kind, t.complaint, t.priority, t.status, t.channel, t.customer_id, c.tier, t.team_id, t.assignee_id, t.subject,
            array(select g.tag from aftersales.ticket_tag g where g.ticket_id = t.id) as tags
            """;

    private final JdbcClient jdbc;

    /**
     * The ticket as it stands, which stands still until the transaction ends; null for one that is gone.
     *
     * @param message id of the message in question; without it the newest that is public and the customer's
     */
    @Nullable
    TicketFacts locked(long ticket, @Nullable Long message) {
        return jdbc.sql("""
                        select %s, (select m.body from aftersales.ticket_message m
                                     where m.ticket_id = t.id and m.visibility = 'PUBLIC'
                                       and case when :message::bigint is null then m.from_customer else m.id = :message end
                                     order by m.at desc, m.id desc limit 1) as body
                          from aftersales.ticket t
                          left join foundation.customer c on c.id = t.customer_id
                         where t.id = :ticket
                           for update of t
                        """.formatted(COLUMNS))
                .param("ticket", ticket)
                .param("message", message)
                .query((row, n) -> facts(row))
                .optional()
                .orElse(null);
    }

    /** Whether the ticket still waits since the same moment. */
    boolean stillWaits(Heard heard) {
        return jdbc.sql("""
                        select exists (select 1 from aftersales.ticket t where t.id = :ticket and t.live and %s = :since)
                        """.formatted(heard.occasion().since()))
                .param("ticket", heard.ticket())
                .param("since", Timestamp.from(heard.at()))
                .query(Boolean.class)
                .single();
    }

    private static TicketFacts facts(ResultSet row) throws SQLException {
        var tier = row.getString("tier");
        var body = row.getString("body");
        return new TicketFacts(
                TicketKind.valueOf(row.getString("kind")),
                row.getBoolean("complaint"),
                Priority.valueOf(row.getString("priority")),
                row.getString("status"),
                Channel.valueOf(row.getString("channel")),
                row.getObject("customer_id", Long.class),
                tier == null ? null : CustomerTier.valueOf(tier),
                row.getObject("team_id", Long.class),
                row.getObject("assignee_id", Long.class),
                Set.of((String[]) row.getArray("tags").getArray()),
                row.getString("subject") + "\n" + (body == null ? "" : body));
    }
}
