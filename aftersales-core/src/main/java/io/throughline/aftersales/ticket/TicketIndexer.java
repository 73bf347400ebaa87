package io.throughline.aftersales.ticket;

import io.throughline.foundation.model.SubjectRef;
import io.throughline.foundation.search.SearchEntry;
import io.throughline.foundation.search.SearchIndex;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps tickets findable by number, subject, requester and public words; internal notes are never indexed, since one row
 * serves both sides.
 */
@Component
@RequiredArgsConstructor
class TicketIndexer {

    private static final Set<String> TOLD =
            Set.of("SUBJECT", "CUSTOMER", "REQUESTER", "PROJECT", "TEAM", "ASSIGNEE", "MERGED", "SPLIT");

    private final JdbcClient jdbc;
    private final SearchIndex index;

    @EventListener
    void on(TicketOpened event) {
        put(event.id());
    }

    @EventListener
    void on(TicketAnswered event) {
        if (event.visibility() == Visibility.PUBLIC) {
            put(event.id());
        }
    }

    @EventListener
    void on(TicketChanged event) {
        if (TOLD.contains(event.field())) {
            put(event.id());
        }
    }

    void put(TicketId ticket) {
        index.put(jdbc.sql("""
                        select t.id, t.number, t.subject, t.team_id, t.assignee_id, t.created_by, t.customer_id,
                               t.requester_id, coalesce(k.name, t.requester_name) as requester,
                               c.account_executive_id, p.manager_id, c.short_name as customer,
                               (select left(string_agg(m.body, E'\\n' order by m.at desc, m.id desc), 20000)
                                  from (select body, at, id from aftersales.ticket_message
                                         where ticket_id = t.id and visibility = 'PUBLIC'
                                         order by at desc, id desc limit 50) m) as words
                          from aftersales.ticket t
                          left join foundation.contact k on k.id = t.requester_id
                          left join foundation.customer c on c.id = t.customer_id
                          left join project.project p on p.id = t.project_id
                         where t.id = ?
                        """)
                .param(ticket.value())
                .query((row, n) -> entry(row))
                .single());
    }

    private static SearchEntry entry(ResultSet row) throws SQLException {
        var scopes = new HashSet<String>();
        scopes.add("role:MANAGER");
        var team = row.getObject("team_id", Long.class);
        scopes.add(team == null ? "role:SUPPORT_AGENT" : "team:" + team);
        add(scopes, "user:", row.getObject("assignee_id", Long.class));
        add(scopes, "user:", row.getObject("created_by", Long.class));
        add(scopes, "user:", row.getObject("account_executive_id", Long.class));
        add(scopes, "user:", row.getObject("manager_id", Long.class));
        add(scopes, "customer:", row.getObject("customer_id", Long.class));
        add(scopes, "contact:", row.getObject("requester_id", Long.class));
        var requester = row.getString("requester");
        var customer = row.getString("customer");
        var words = row.getString("words");
        return new SearchEntry(
                new SubjectRef(TicketSubject.TYPE, row.getLong("id")),
                row.getString("number"),
                row.getString("subject"),
                (customer == null ? "" : customer + "\n") + (words == null ? "" : words),
                scopes,
                "/tickets/" + row.getString("number"),
                requester == null ? Set.of() : Set.of(requester));
    }

    private static void add(Set<String> scopes, String prefix, @Nullable Long id) {
        if (id != null && id > 0) {
            scopes.add(prefix + id);
        }
    }
}
