package io.throughline;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.test.SignInAs;
import io.throughline.test.WebTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/**
 * Nothing the desk asks reads a large table from end to end. PostgreSQL itself is asked: it counts the sequential scans
 * of the running transaction, whatever statement caused them.
 */
@WebTest
class TicketPlanTests {

    private static final int TICKETS = 20_000;
    private static final int LARGE = 10_000;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SignInAs as;

    @Autowired
    JdbcClient jdbc;

    @Test
    void readsLargeTablesByIndexOnly() {
        var agent = as.create(Role.SUPPORT_AGENT, Role.MANAGER);
        long customer = fill(agent);
        var number = jdbc.sql("select number from foundation.customer where id = ?")
                .param(customer)
                .query(String.class)
                .single();
        var atFirst = scans();
        jdbc.sql("select count(*) from aftersales.ticket where subject like '%没有%'")
                .query(Integer.class)
                .single();
        assertThat(scans()).as("a scan is seen").isNotEqualTo(atFirst);
        List<String> scanned = new ArrayList<>();
        for (var address : List.of(
                "/tickets?view=all",
                "/tickets?view=all&sort=-created",
                "/tickets?view=open",
                "/tickets?view=open&sort=priority&filter.kind=DIAGNOSIS",
                "/tickets?view=my",
                "/tickets?view=unassigned",
                "/tickets?view=overdue",
                "/tickets?view=all&filter.status=NEW",
                "/tickets?view=all&filter.priority=P1",
                "/tickets?view=all&filter.customer=" + number,
                "/tickets?view=all&q=主轴",
                "/tickets/board",
                "/tickets/T-7777",
                "/my",
                "/insights",
                "/search?q=主轴",
                "/search?q=T-7777",
                "/api/v1/tickets?sort=-created")) {
            var before = scans();
            assertThat(mvc.get().uri(address).with(as.user(agent)))
                    .satisfies(answer ->
                            assertThat(answer.getResponse().getStatus()).isLessThan(400));
            scans().forEach((table, count) -> {
                if (count > before.getOrDefault(table, 0L)) {
                    scanned.add(address + " reads all of " + table);
                }
            });
        }

        assertThat(scanned).isEmpty();
    }

    /** Sequential scans so far on each table with more rows than {@link #LARGE}. */
    private Map<String, Long> scans() {
        return jdbc
                .sql("""
                        select s.relid::regclass::text as name, s.seq_scan as scans
                          from pg_stat_xact_user_tables s join pg_class c on c.oid = s.relid
                         where c.reltuples > ?
                        """)
                .param(LARGE)
                .query((row, n) -> Map.entry(row.getString("name"), row.getLong("scans")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** One ticket in twenty is current work, as in a company that answers its customers. */
    private long fill(Viewer agent) {
        jdbc.sql("""
                        insert into foundation.customer (id, version, number, name, short_name, tier, created_at, changed_at)
                        select 5000000 + i, 0, 'C-' || (50000 + i), '蓝山数据有限公司 ' || i, '蓝山 ' || i, 'STANDARD', now(), now()
                          from generate_series(0, 199) i
                        """).update();
        jdbc.sql("""
                        insert into aftersales.ticket (id, version, number, kind, channel, status, category, subject, priority,
                               customer_id, assignee_id, due_at, opened_at, active_at, resolved_at, closed_at,
                               created_at, changed_at)
                        select 6000000 + i, 0, 'T-' || i,
                               (array['FEEDBACK', 'DIAGNOSIS', 'MAINTENANCE', 'TRAINING'])[1 + i % 4], 'PHONE',
                               case when i % 20 = 0 then 'NEW' else 'CLOSED' end,
                               case when i % 20 = 0 then 'OPEN' else 'CLOSED' end,
                               '主轴异响 ' || i, (array['P1', 'P2', 'P3', 'P4'])[1 + i / 3 % 4],
                               5000000 + i % 200, case when i % 60 = 0 then :agent end,
                               now() + (i % 400 - 100) * interval '1 hour',
                               now() - i * interval '1 minute', now() - i * interval '1 minute',
                               case when i % 20 > 0 then now() - i * interval '30 seconds' end,
                               case when i % 20 > 0 then now() - i * interval '20 seconds' end, now(), now()
                          from generate_series(1, :tickets) i
                        """)
                .param("agent", agent.id().value())
                .param("tickets", TICKETS)
                .update();
        // texts as long as real ones, and a word that one in two hundred has
        jdbc.sql("""
                        insert into foundation.search_entry (subject_type, subject_id, number, title, text, title_terms,
                               terms, scopes, path)
                        select 'TICKET', t.id, t.number, t.subject, t.subject || repeat(' 开机后有异响，请尽快处理', 20),
                               to_tsvector('simple', case when t.id % 200 = 0 then '主轴' else '泵 ' || t.id end),
                               to_tsvector('simple', case when t.id % 200 = 0 then '主轴' else '泵 ' || t.id end),
                               array['staff'], '/tickets/' || t.number
                          from aftersales.ticket t
                        """).update();
        jdbc.sql("analyze foundation.customer, aftersales.ticket, foundation.search_entry")
                .update();
        return 5_000_000;
    }
}
