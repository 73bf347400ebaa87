package io.throughline.aftersales.problem;

import io.throughline.aftersales.diagnosis.FaultCause;
import io.throughline.aftersales.diagnosis.FixBy;
import io.throughline.aftersales.ticket.TicketScope;
import io.throughline.foundation.model.Cursor;
import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.model.Page;
import io.throughline.foundation.model.PageRequest;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.foundation.setting.Setting;
import io.throughline.foundation.setting.Settings;
import io.throughline.project.lifecycle.ProjectScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows problems, one or as a list, with the tickets behind them as far as the viewer may see those. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
@Allow({Role.SUPPORT_AGENT, Role.MANAGER, Role.TECHNICIAN, Role.PROJECT_MANAGER})
public class ProblemQueries {

    private static final int MOST_TICKETS = 100;
    private static final int MOST_CHOICES = 200;
    private static final String KNOWN_ERROR = "b.known_error_at is not null and b.open";

    private final JdbcClient jdbc;
    private final Settings settings;

    /** The latest opened first. */
    public Page<ProblemRow> rows(Viewer viewer, ProblemFilter filter, PageRequest page) {
        var conditions = new ArrayList<>(List.of(ProblemScope.of(viewer)));
        var params = new HashMap<String, Object>();
        if (!filter.states().isEmpty()) {
            conditions.add("b.state in (:states)");
            params.put("states", filter.states().stream().map(Enum::name).toList());
        }
        if (filter.open() != null) {
            conditions.add(filter.open() ? "b.open" : "not b.open");
        }
        if (filter.cause() != null) {
            conditions.add("b.cause = :cause");
            params.put("cause", filter.cause().name());
        }
        if (filter.knownError() != null) {
            conditions.add((filter.knownError() ? "(%s)" : "not (%s)").formatted(KNOWN_ERROR));
        }
        if (filter.mine()) {
            conditions.add("b.owner_id = :viewer");
            params.put("viewer", viewer.id().value());
        }
        var cursor = page.cursor();
        if (cursor != null) {
            conditions.add(
                    "(b.opened_at, b.id) %s (cast(:at as timestamptz), :id)".formatted(page.backwards() ? ">" : "<"));
            params.put("at", cursor.value(0));
            params.put("id", cursor.id());
        }
        var direction = page.backwards() ? "" : " desc";
        var fetched = jdbc.sql("""
                        select b.id, b.number, b.title, b.state, %1$s as known_error, b.cause, p.key as project, v.name as deliverable,
                               u.name as owner, b.planned_for, b.opened_at,
                               (select count(*) from aftersales.problem_ticket l where l.problem_id = b.id) as tickets
                          from aftersales.problem b
                          left join project.deliverable v on v.id = b.deliverable_id
                          left join project.project p on p.id = b.project_id
                          left join foundation.app_user u on u.id = b.owner_id
                         where %2$s
                         order by b.opened_at%3$s, b.id%3$s
                         limit :limit
                        """.formatted(KNOWN_ERROR, String.join(" and ", conditions), direction))
                .params(params)
                .param("limit", page.size() + 1)
                .query(ProblemRow.class)
                .list();
        return Page.cut(fetched, page, row -> Cursor.of(row.openedAt(), row.id()));
    }

    /** Throws {@link NotFound} for an unknown number and for a problem out of the viewer's scope. */
    public ProblemDetail detail(Viewer viewer, String number) {
        return jdbc.sql("""
                        select b.*, %s as known_error, p.key as project, v.number as deliverable_number, v.name as deliverable,
                               u.name as owner, 'KB-' || a.number as article, coalesce(%s, false) as opens_project,
                               (select count(*) from aftersales.problem_ticket l where l.problem_id = b.id) as tickets
                          from aftersales.problem b
                          left join project.deliverable v on v.id = b.deliverable_id
                          left join project.project p on p.id = b.project_id
                          left join foundation.app_user u on u.id = b.owner_id
                          left join aftersales.knowledge_article a on a.id = b.article_id
                         where b.number = :number and %s
                        """.formatted(KNOWN_ERROR, ProjectScope.seen(viewer), ProblemScope.of(viewer)))
                .param("number", number.strip().toUpperCase(Locale.ROOT))
                .query((row, n) -> detail(row))
                .optional()
                .orElseThrow(() -> new NotFound("problem", number));
    }

    /** The tickets of a problem the viewer was shown, as far as they are in scope; the newest hundred. */
    public List<ProblemTicket> tickets(Viewer viewer, ProblemDetail problem) {
        var scope = TicketScope.of(viewer);
        return jdbc.sql("""
                        select t.id, t.number, t.subject, coalesce(d.state, 'TRIAGE') as state, t.live, d.cause,
                               c.short_name as customer, null::text as problem, t.opened_at as at
                          from aftersales.problem_ticket l
                          join aftersales.ticket t on t.id = l.ticket_id
                          left join aftersales.diagnosis d on d.ticket_id = t.id
                          left join foundation.customer c on c.id = t.customer_id
                         where l.problem_id = :problem and %s
                         order by t.opened_at desc, t.id desc
                         limit :most
                        """.formatted(scope.sql()))
                .param("problem", problem.id().value())
                .param("most", MOST_TICKETS)
                .params(scope.params())
                .query(ProblemTicket.class)
                .list();
    }

    /** How many of its tickets were opened in each of the last twelve months, the oldest first. */
    public List<Month> months(Viewer viewer, ProblemDetail problem) {
        return jdbc.sql("""
                        with here as (select date_trunc('month', now() at time zone :zone) as now)
                        select to_char(m.at, 'YYYY-MM') as month, count(t.id) as tickets
                          from here
                          cross join generate_series(here.now - interval '11 months', here.now, interval '1 month') m (at)
                          left join (select t.id, t.opened_at from aftersales.problem_ticket l
                                       join aftersales.ticket t on t.id = l.ticket_id where l.problem_id = :problem) t
                            on t.opened_at at time zone :zone >= m.at
                           and t.opened_at at time zone :zone < m.at + interval '1 month'
                         group by m.at order by m.at
                        """)
                .param("zone", settings.get(Setting.COMPANY_ZONE))
                .param("problem", problem.id().value())
                .query(Month.class)
                .list();
    }

    /** What a problem can be about: the deliverables its tickets name, and those given. */
    public List<Choice> deliverables(Viewer viewer, @Nullable ProblemId problem, Set<Long> also) {
        return jdbc.sql("""
                        select v.id, p.key || ' · ' || v.name as name
                          from project.deliverable v join project.project p on p.id = v.project_id
                         where v.deleted_at is null
                           and (v.id = any(:also)
                                or v.id in (select t.deliverable_id from aftersales.problem_ticket l
                                              join aftersales.ticket t on t.id = l.ticket_id where l.problem_id = :problem))
                         order by p.key, v.number limit :most
                        """)
                .param("also", also.toArray(Long[]::new))
                .param("problem", problem == null ? 0L : problem.value())
                .param("most", MOST_CHOICES)
                .query(Choice.class)
                .list();
    }

    /** Who may look into a problem. */
    public List<Choice> owners(Viewer viewer) {
        return jdbc.sql("""
                        select u.id, u.name from foundation.app_user u
                         where u.active and exists (select 1 from foundation.user_role r where r.user_id = u.id
                                                       and r.role in ('SUPPORT_AGENT', 'TECHNICIAN', 'MANAGER'))
                         order by u.name collate "zh-Hans-CN-x-icu", u.id limit 500
                        """).query(Choice.class).list();
    }

    /** Something to choose. */
    public record Choice(long id, String name) {}

    /** @param month for example {@code 2026-11}, of the company's zone */
    public record Month(String month, long tickets) {}

    private static ProblemDetail detail(ResultSet row) throws SQLException {
        var cause = row.getString("cause");
        var fixBy = row.getString("fix_by");
        return new ProblemDetail(
                new ProblemId(row.getLong("id")),
                row.getInt("version"),
                row.getString("number"),
                row.getString("title"),
                row.getString("description"),
                ProblemState.valueOf(row.getString("state")),
                row.getBoolean("known_error"),
                cause == null ? null : FaultCause.valueOf(cause),
                row.getObject("deliverable_id", Long.class),
                row.getString("project"),
                row.getObject("deliverable_number", Integer.class),
                row.getString("deliverable"),
                row.getBoolean("opens_project"),
                row.getObject("owner_id", Long.class),
                row.getString("owner"),
                row.getString("root_cause"),
                row.getString("workaround"),
                fixBy == null ? null : FixBy.valueOf(fixBy),
                row.getString("fix_reference"),
                row.getString("plan"),
                row.getObject("planned_for", LocalDate.class),
                row.getString("resolution"),
                row.getString("article"),
                row.getLong("tickets"),
                row.getTimestamp("opened_at").toInstant(),
                instant(row, "known_error_at"),
                instant(row, "resolved_at"),
                instant(row, "closed_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp value = row.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }
}
