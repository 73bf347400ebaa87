package io.throughline.aftersales.ticket;

import io.throughline.foundation.model.Page;
import io.throughline.foundation.model.PageRequest;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lists and counts the tickets a colleague may see. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
@Allow(staff = true)
public class TicketQueries {

    private static final String ROWS = """
            with found as (%s)
            select t.*, s.category as status_category, s.built_in, s.name_zh, s.name_en,
                   c.number as customer_number, c.short_name as customer,
                   coalesce(k.name, t.requester_name) as requester, ip.code as product,
                   m.name_zh as team_zh, m.name_en as team_en,
                   u.name as assignee,
                   array(select g.tag from aftersales.ticket_tag g where g.ticket_id = t.id order by g.tag) as tags
              from found
              join aftersales.ticket t on t.id = found.id
              join aftersales.ticket_status s on s.code = t.status
              left join foundation.customer c on c.id = t.customer_id
              left join foundation.contact k on k.id = t.requester_id
              left join foundation.team m on m.id = t.team_id
              left join foundation.app_user u on u.id = t.assignee_id
              left join aftersales.installed_product ip on ip.id = t.installed_product_id
             order by %s
            """;

    private final JdbcClient jdbc;
    private final TicketStatuses statuses;
    private final Clock clock;

    /** One page of the list; costs the same on its first and on its last page. */
    public Page<TicketRow> rows(Viewer viewer, TicketFilter filter, PageRequest page) {
        var known = filter.statuses().isEmpty() ? List.<TicketStatus>of() : statuses.all();
        var sql = new TicketSql(viewer, filter, known, clock.instant());
        boolean descending = filter.descending() != page.backwards();
        var where = sql.whereFrom(filter.sort(), page, descending);
        var order = TicketSql.order(filter.sort(), descending);
        var fetched = jdbc.sql(ROWS.formatted(
                        "select t.id from aftersales.ticket t where %s order by %s limit :limit"
                                .formatted(where, order),
                        order))
                .params(sql.params())
                .param("limit", page.size() + 1)
                .query((row, n) -> row(row))
                .list();
        return Page.cut(fetched, page, row -> TicketSql.cursor(row, filter.sort()));
    }

    /** Numbers of the first tickets of the list; the same order, no rows. */
    public List<String> numbers(Viewer viewer, TicketFilter filter, int most) {
        var known = filter.statuses().isEmpty() ? List.<TicketStatus>of() : statuses.all();
        var sql = new TicketSql(viewer, filter, known, clock.instant());
        return jdbc.sql("select t.number from aftersales.ticket t where %s order by %s limit :limit"
                        .formatted(sql.where(), TicketSql.order(filter.sort(), filter.descending())))
                .params(sql.params())
                .param("limit", most)
                .query(String.class)
                .list();
    }

    /**
     * How many tickets of current work each filter finds, up to so many; all in one statement. Null where a filter looks
     * beyond current work: that is not counted, since it would walk through everything there ever was.
     */
    public List<@Nullable Integer> countsUpTo(Viewer viewer, List<TicketFilter> filters, int most) {
        var known = statuses.all();
        Map<String, Object> params = new HashMap<>();
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < filters.size(); i++) {
            if (filters.get(i).view().isLive()) {
                parts.add(
                        "select %d as n, (select count(*) from (select 1 from aftersales.ticket t where %s limit %d) x)"
                                .formatted(
                                        i,
                                        new TicketSql(viewer, filters.get(i), known, clock.instant())
                                                .where("v" + i + "_", params),
                                        most));
            }
        }
        var counts = new ArrayList<@Nullable Integer>(Collections.nCopies(filters.size(), null));
        if (!parts.isEmpty()) {
            jdbc.sql(String.join(" union all ", parts)).params(params).query(row -> {
                counts.set(row.getInt(1), row.getInt(2));
            });
        }
        return counts;
    }

    /**
     * What waits in the default views and at the viewer's teams (a manager's: all teams). One walk over the current
     * work in one index, so it costs by what is open, not by what there ever was.
     */
    public TicketCounts counts(Viewer viewer) {
        var scope = TicketScope.of(viewer);
        var live = jdbc.sql("""
                        select team_id, count(*) as n, count(*) filter (where assignee_id = :me) as my,
                               count(*) filter (where seen) as open,
                               count(*) filter (where seen and assignee_id is null) as unassigned,
                               count(*) filter (where seen and due_at < :now) as overdue
                          from (select t.team_id, t.assignee_id, t.due_at, %s as seen
                                  from aftersales.ticket t where t.live) t
                         group by team_id
                        """.formatted(scope.sql()))
                .param("me", viewer.id().value())
                .param("now", Timestamp.from(clock.instant()))
                .params(scope.params())
                .query(LiveAtTeam.class)
                .list();
        return new TicketCounts(
                live.stream().mapToInt(LiveAtTeam::my).sum(),
                live.stream().mapToInt(LiveAtTeam::unassigned).sum(),
                live.stream().mapToInt(LiveAtTeam::open).sum(),
                live.stream().mapToInt(LiveAtTeam::overdue).sum(),
                teams(viewer, live));
    }

    private List<TicketCounts.TeamCount> teams(Viewer viewer, List<LiveAtTeam> live) {
        var open = live.stream()
                .filter(row -> row.teamId() != null)
                .collect(Collectors.toMap(LiveAtTeam::teamId, LiveAtTeam::n));
        return jdbc.sql("""
                        select m.id, m.name_zh, m.name_en
                          from foundation.team m
                         where m.active and (:all or m.id in (select b.team_id from foundation.team_member b
                                                               where b.user_id = :me))
                         order by m.name_zh collate "zh-Hans-CN-x-icu", m.id
                        """)
                .param("all", viewer.isSystem() || viewer.has(Role.MANAGER))
                .param("me", viewer.id().value())
                .query((row, n) -> new TicketCounts.TeamCount(
                        row.getLong("id"),
                        row.getString("name_zh"),
                        row.getString("name_en"),
                        open.getOrDefault(row.getLong("id"), 0)))
                .list();
    }

    /** The open tickets of one team, or of none. */
    private record LiveAtTeam(@Nullable Long teamId, int n, int my, int open, int unassigned, int overdue) {}

    /** The nearest due of each status of current work, by status code; at most {@code each} of one status. */
    public Map<String, List<TicketRow>> board(Viewer viewer, TicketFilter filter, int each) {
        var sql = new TicketSql(viewer, filter, List.of(), clock.instant());
        var order = TicketSql.order(TicketSort.DUE, false);
        return jdbc
                .sql(ROWS.formatted("""
                        select t.id from aftersales.ticket_status st
                          cross join lateral (select t.id from aftersales.ticket t
                                               where t.status = st.code and t.live and %s
                                               order by %s limit :each) t
                         where st.active and st.category in ('OPEN', 'PAUSED')
                        """.formatted(sql.where(), order), order))
                .params(sql.params())
                .param("each", each)
                .query((row, n) -> row(row))
                .list()
                .stream()
                .collect(Collectors.groupingBy(row -> row.status().code()));
    }

    /** Ids of customers by number, as far as there are any; for filters in addresses. */
    public Set<Long> customerIds(Viewer viewer, Set<String> numbers) {
        return numbers.isEmpty()
                ? Set.of()
                : jdbc.sql("select id from foundation.customer where number in (:numbers)")
                        .param("numbers", numbers)
                        .query(Long.class)
                        .set();
    }

    /** Ids of projects by key, as far as there are any; for filters in addresses. */
    public Set<Long> projectIds(Viewer viewer, Set<String> keys) {
        return keys.isEmpty()
                ? Set.of()
                : jdbc.sql("select id from project.project where key in (:keys)")
                        .param("keys", keys)
                        .query(Long.class)
                        .set();
    }

    /** Ids of installed products by code, as far as there are any; for filters in addresses. */
    public Set<Long> productIds(Viewer viewer, Set<String> codes) {
        return codes.isEmpty()
                ? Set.of()
                : jdbc.sql("select id from aftersales.installed_product where code in (:codes)")
                        .param("codes", codes)
                        .query(Long.class)
                        .set();
    }

    private static TicketRow row(ResultSet row) throws SQLException {
        return new TicketRow(
                row.getLong("id"),
                row.getString("number"),
                TicketKind.valueOf(row.getString("kind")),
                row.getBoolean("complaint"),
                new TicketStatus(
                        row.getString("status"),
                        StatusCategory.valueOf(row.getString("status_category")),
                        row.getBoolean("built_in"),
                        row.getString("name_zh"),
                        row.getString("name_en")),
                Priority.valueOf(row.getString("priority")),
                row.getBoolean("escalated"),
                row.getString("subject"),
                row.getString("customer_number"),
                row.getString("customer"),
                row.getString("requester"),
                row.getString("product"),
                row.getString("team_zh"),
                row.getString("team_en"),
                row.getObject("assignee_id", Long.class),
                row.getString("assignee"),
                instant(row, "due_at"),
                instant(row, "agreed_due_at"),
                row.getString("due_clock"),
                row.getBoolean("clock_paused"),
                row.getTimestamp("opened_at").toInstant(),
                row.getTimestamp("active_at").toInstant(),
                instant(row, "awaiting_since"),
                instant(row, "workaround_at"),
                List.of((String[]) row.getArray("tags").getArray()));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var value = row.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }
}
