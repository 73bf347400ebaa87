package io.throughline.aftersales.automation;

import io.throughline.aftersales.automation.AutomationTrials.Moment;
import io.throughline.aftersales.ticket.Channel;
import io.throughline.aftersales.ticket.Priority;
import io.throughline.aftersales.ticket.TicketKind;
import io.throughline.foundation.customer.CustomerTier;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What tickets were at past moments: as they stand, with every later change taken back from the history. Three statements
 * for any number of moments.
 */
@Component
@RequiredArgsConstructor
class PastFacts {

    private final JdbcClient jdbc;

    /** @param values by the history's field; null where there is none */
    private record Standing(Channel channel, @Nullable CustomerTier tier, Map<String, @Nullable String> values) {}

    private record Change(
            long ticket, String field, @Nullable String from, Instant at) {}

    /** @param words whether the messages are read too */
    Map<Moment, TicketFacts> of(List<Moment> moments, boolean words) {
        var ids = moments.stream().map(Moment::ticket).distinct().toArray(Long[]::new);
        var standing = standing(ids);
        var changes = changes(ids);
        var texts = words ? texts(moments) : new String[moments.size()];
        var facts = new HashMap<Moment, TicketFacts>();
        for (int i = 0; i < moments.size(); i++) {
            var moment = moments.get(i);
            var now = Objects.requireNonNull(standing.get(moment.ticket()));
            var values = takenBack(now.values(), changes.getOrDefault(moment.ticket(), List.of()), moment.read());
            facts.put(moment, facts(now, values, Objects.requireNonNullElse(texts[i], "")));
        }
        return facts;
    }

    /** @param changes newest first */
    private static Map<String, @Nullable String> takenBack(
            Map<String, @Nullable String> values, List<Change> changes, Instant at) {
        var then = new HashMap<>(values);
        changes.stream()
                .takeWhile(change -> change.at().isAfter(at))
                .forEach(change -> then.put(change.field(), change.from()));
        return then;
    }

    private static TicketFacts facts(Standing now, Map<String, @Nullable String> then, String text) {
        var tags = then.get("TAGS");
        return new TicketFacts(
                TicketKind.valueOf(String.valueOf(then.get("KIND"))),
                Boolean.parseBoolean(then.get("COMPLAINT")),
                Priority.valueOf(String.valueOf(then.get("PRIORITY"))),
                String.valueOf(then.get("STATUS")),
                now.channel(),
                id(then.get("CUSTOMER")),
                now.tier(),
                id(then.get("TEAM")),
                id(then.get("ASSIGNEE")),
                tags == null
                        ? Set.of()
                        : Arrays.stream(tags.split(", "))
                                .filter(tag -> !tag.isEmpty())
                                .collect(Collectors.toSet()),
                then.get("SUBJECT") + "\n" + text);
    }

    private Map<Long, Standing> standing(Long[] ids) {
        return jdbc.sql("""
                        select t.id, t.kind, t.complaint, t.priority, t.status, t.channel, t.customer_id, c.tier, t.team_id,
                               t.assignee_id, t.subject,
                               (select string_agg(g.tag, ', ') from aftersales.ticket_tag g where g.ticket_id = t.id) as tags
                          from aftersales.ticket t
                          left join foundation.customer c on c.id = t.customer_id
                         where t.id = any (?)
                        """).param(ids).query((row, n) -> Map.entry(row.getLong("id"), standing(row))).list().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Standing standing(ResultSet row) throws SQLException {
        var values = new HashMap<String, @Nullable String>();
        values.put("KIND", row.getString("kind"));
        values.put("COMPLAINT", String.valueOf(row.getBoolean("complaint")));
        values.put("PRIORITY", row.getString("priority"));
        values.put("STATUS", row.getString("status"));
        values.put("CUSTOMER", row.getString("customer_id"));
        values.put("TEAM", row.getString("team_id"));
        values.put("ASSIGNEE", row.getString("assignee_id"));
        values.put("TAGS", row.getString("tags"));
        values.put("SUBJECT", row.getString("subject"));
        var tier = row.getString("tier");
        return new Standing(
                Channel.valueOf(row.getString("channel")), tier == null ? null : CustomerTier.valueOf(tier), values);
    }

    private Map<Long, List<Change>> changes(Long[] ids) {
        return jdbc
                .sql("""
                        select ticket_id, field, from_value, at from aftersales.ticket_change
                         where ticket_id = any (:ids) and field in ('KIND', 'COMPLAINT', 'PRIORITY', 'CUSTOMER', 'TEAM',
                               'ASSIGNEE', 'TAGS', 'SUBJECT')
                        union all
                        select ticket_id, 'STATUS', from_status, at from aftersales.ticket_status_change
                         where ticket_id = any (:ids) and from_status is not null
                         order by at desc
                        """)
                .param("ids", ids)
                .query((row, n) -> new Change(
                        row.getLong("ticket_id"),
                        row.getString("field"),
                        row.getString("from_value"),
                        row.getTimestamp("at").toInstant()))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Change::ticket));
    }

    /** The message in question, else the customer's newest before the moment; in the order of the moments. */
    private @Nullable String[] texts(List<Moment> moments) {
        return jdbc.sql("""
                        select (select m.body from aftersales.ticket_message m
                                 where m.ticket_id = w.ticket and m.visibility = 'PUBLIC'
                                   and case when w.message = 0 then m.from_customer and m.at <= w.at else m.id = w.message end
                                 order by m.at desc, m.id desc limit 1)
                          from unnest(:tickets::bigint[], :messages::bigint[], :moments::timestamptz[])
                               with ordinality as w (ticket, message, at, place)
                         order by w.place
                        """)
                .param("tickets", moments.stream().map(Moment::ticket).toArray(Long[]::new))
                .param("messages", moments.stream().map(Moment::message).toArray(Long[]::new))
                .param(
                        "moments",
                        moments.stream().map(m -> Timestamp.from(m.read())).toArray(Timestamp[]::new))
                .query((row, n) -> row.getString(1))
                .list()
                .toArray(String[]::new);
    }

    private static @Nullable Long id(@Nullable String value) {
        return value == null ? null : Long.valueOf(value);
    }
}
