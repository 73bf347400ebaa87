package io.throughline.aftersales.ticket;

import io.throughline.foundation.customer.AccountExecutiveChanged;
import io.throughline.foundation.model.SubjectRef;
import io.throughline.foundation.search.SearchEntry;
import io.throughline.foundation.search.SearchIndex;
import io.throughline.foundation.search.SearchSource;
import io.throughline.project.lifecycle.ProjectRescoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
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
class TicketIndexer implements SearchSource {

    private static final Set<String> TOLD =
            Set.of("SUBJECT", "CUSTOMER", "REQUESTER", "PROJECT", "PRODUCT", "TEAM", "ASSIGNEE", "MERGED", "SPLIT");

    private static final String WORDS = """
            (select left(string_agg(m.body, E'\\n' order by m.at desc, m.id desc), 20000)
               from (select body, at, id from aftersales.ticket_message
                      where ticket_id = t.id and visibility = 'PUBLIC'
                      order by at desc, id desc limit 50) m)""";

    /** To be completed by what it reads of the words, and by which tickets. */
    private static final String FOUND = """
            select t.id, t.number, t.subject, t.team_id, t.assignee_id, t.created_by, t.customer_id,
                   t.requester_id, coalesce(k.name, t.requester_name) as requester,
                   c.account_executive_id, c.short_name as customer, %s as words,
                   ip.serial || ' ' || ip.serial_key || ' ' || ip.model as product,
                   array(select p.manager_id where p.manager_id is not null union
                         select m.user_id from project.project_member m
                          where m.project_id = p.id and m.role = 'DEPUTY') as leaders
              from aftersales.ticket t
              left join foundation.contact k on k.id = t.requester_id
              left join foundation.customer c on c.id = t.customer_id
              left join project.project p on p.id = t.project_id
              left join aftersales.installed_product ip on ip.id = t.installed_product_id
             where %s
            """;

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

    /** What a customer's executive finds of the tickets goes to the next. */
    @EventListener
    void on(AccountExecutiveChanged changed) {
        rescope("t.customer_id = ?", changed.customerId().value());
    }

    /** Whoever leads a project finds the tickets traced to it. */
    @EventListener
    void on(ProjectRescoped rescoped) {
        rescope("t.project_id = ?", rescoped.projectId().value());
    }

    @Override
    public void index(long firstId, long lastId) {
        index.putAll(jdbc.sql(FOUND.formatted(WORDS, "t.id between ? and ?"))
                .params(firstId, lastId)
                .query((row, n) -> entry(row))
                .list());
    }

    void put(TicketId ticket) {
        index(ticket.value(), ticket.value());
    }

    private void rescope(String which, long id) {
        var readers = new HashMap<SubjectRef, Set<String>>();
        jdbc.sql(FOUND.formatted("''", which)).param(id).query(row -> {
            readers.put(new SubjectRef(TicketSubject.TYPE, row.getLong("id")), readers(row));
        });
        index.rescope(readers);
    }

    private static SearchEntry entry(ResultSet row) throws SQLException {
        var requester = row.getString("requester");
        var customer = row.getString("customer");
        var words = row.getString("words");
        var product = row.getString("product");
        return new SearchEntry(
                new SubjectRef(TicketSubject.TYPE, row.getLong("id")),
                row.getString("number"),
                row.getString("subject"),
                (customer == null ? "" : customer + "\n")
                        + (product == null ? "" : product + "\n")
                        + (words == null ? "" : words),
                readers(row),
                "/tickets/" + row.getString("number"),
                requester == null ? Set.of() : Set.of(requester));
    }

    /** Those who may see the ticket by its scope, in the index's words. */
    private static Set<String> readers(ResultSet row) throws SQLException {
        var readers = new HashSet<String>();
        readers.add("role:MANAGER");
        var team = row.getObject("team_id", Long.class);
        readers.add(team == null ? "role:SUPPORT_AGENT" : "team:" + team);
        add(readers, "user:", row.getObject("assignee_id", Long.class));
        add(readers, "user:", row.getObject("created_by", Long.class));
        add(readers, "user:", row.getObject("account_executive_id", Long.class));
        for (var leader : (Long[]) row.getArray("leaders").getArray()) {
            add(readers, "user:", leader);
        }
        add(readers, "customer:", row.getObject("customer_id", Long.class));
        add(readers, "contact:", row.getObject("requester_id", Long.class));
        return readers;
    }

    private static void add(Set<String> readers, String prefix, @Nullable Long id) {
        if (id != null && id > 0) {
            readers.add(prefix + id);
        }
    }
}
