package io.throughline.project.schedule;

import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.PortalProject;
import io.throughline.project.lifecycle.PortalProjectQueries;
import io.throughline.project.lifecycle.ProjectAccess;
import io.throughline.project.lifecycle.ProjectQueries;
import io.throughline.project.lifecycle.ProjectScope;
import io.throughline.project.schedule.MilestoneTrend.History;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads milestones: of a project, the next one of many projects, and those a customer may see. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
@Allow(staff = true)
public class MilestoneQueries {

    private static final String COLUMNS = """
            t.project_id, t.number, t.version, t.name, t.status, t.shared, t.planned_finish, t.baseline_finish,
        t.forecast_finish, t.actual_finish, p.calendar_id
            """;

    private static final String LIST = "select " + COLUMNS + """
         from project.task t join project.project p on p.id = t.project_id
            where t.project_id = ? and t.kind = 'MILESTONE' and t.deleted_at is null and t.status <> 'CANCELLED'
            """;

    private static final String TREND = """
            select t.number, t.name, t.baseline_finish, t.actual_finish, r.reported_on, r.expected,
                   (select f.reason from project.milestone_forecast f
                     where f.task_id = t.id and (f.reported_at at time zone z.zone)::date = r.reported_on
                     order by f.reported_at desc limit 1) as reason
              from project.task t
              join project.milestone_trend r on r.task_id = t.id
             cross join (select ?::bigint as project, ?::text as zone) z
             where t.project_id = z.project and t.kind = 'MILESTONE' and t.deleted_at is null and t.status <> 'CANCELLED'
             order by coalesce(t.actual_finish, t.forecast_finish, t.planned_finish), t.number, r.reported_on
            """;

    private static final String BY_DUE = " order by coalesce(t.forecast_finish, t.planned_finish) nulls last, t.number";

    private final ProjectQueries projects;
    private final PortalProjectQueries portal;
    private final PlanCalendars calendars;
    private final JdbcClient jdbc;
    private final Clock clock;

    /** By due day; an account executive sees them without the right to the plan. */
    public List<MilestoneRow> list(Viewer viewer, String key) {
        return list(viewer, projects.require(viewer, key));
    }

    /** For a project already let in. */
    public List<MilestoneRow> list(Viewer viewer, ProjectAccess project) {
        return jdbc.sql(LIST + BY_DUE)
                .param(project.id().value())
                .query(milestones())
                .list();
    }

    /** The open milestone due first of each project the viewer may see; one statement for all. */
    public Map<Long, MilestoneRow> next(Viewer viewer, Collection<Long> projectIds) {
        return jdbc
                .sql("select distinct on (t.project_id) " + COLUMNS + """
                         from project.task t join project.project p on p.id = t.project_id
                        where t.project_id = any(?) and t.kind = 'MILESTONE' and t.deleted_at is null
                          and t.status in ('NOT_STARTED', 'IN_PROGRESS') and %s
                        order by t.project_id, coalesce(t.forecast_finish, t.planned_finish) nulls last, t.number
                        """.formatted(ProjectScope.seen(viewer)))
                .param(projectIds.toArray(Long[]::new))
                .query(milestones())
                .list()
                .stream()
                .collect(Collectors.toMap(MilestoneRow::projectId, Function.identity()));
    }

    /** For a viewer who may see the milestones, an account executive among them. */
    public MilestoneTrend trend(Viewer viewer, String key) {
        return trend(viewer, projects.require(viewer, key));
    }

    /** How the days expected of the project's milestones moved; for a project already let in. */
    public MilestoneTrend trend(Viewer viewer, ProjectAccess project) {
        var known = new LinkedHashMap<Integer, History>();
        jdbc.sql(TREND).params(project.id().value(), project.zone().getId()).query(row -> {
            var history = known.get(row.getInt("number"));
            if (history == null) {
                history = new History(
                        row.getInt("number"),
                        row.getString("name"),
                        day(TaskColumns.time(row, "baseline_finish")),
                        day(TaskColumns.time(row, "actual_finish")),
                        new TreeMap<>(),
                        new TreeMap<>());
                known.put(history.number(), history);
            }
            var reported = row.getObject("reported_on", LocalDate.class);
            history.expected().put(reported, row.getObject("expected", LocalDate.class));
            var reason = row.getString("reason");
            if (reason != null) {
                history.reasons().put(reported, reason);
            }
        });
        return MilestoneTrend.of(known.values(), LocalDate.now(clock.withZone(project.zone())));
    }

    /** The milestones shared with the customer, for the portal. */
    @Allow(Role.CUSTOMER)
    public List<MilestoneRow> shared(Viewer viewer, String key) {
        PortalProject project = portal.require(viewer, key);
        return jdbc.sql(LIST + " and t.shared" + BY_DUE)
                .param(project.id().value())
                .query(milestones())
                .list();
    }

    private RowMapper<MilestoneRow> milestones() {
        var known = new HashMap<Long, PlanHours>();
        return (row, n) -> milestone(row, calendars.of(row.getObject("calendar_id", Long.class), known));
    }

    private static MilestoneRow milestone(ResultSet row, PlanHours hours) throws SQLException {
        var planned = TaskColumns.time(row, "planned_finish");
        var baseline = TaskColumns.time(row, "baseline_finish");
        var forecast = TaskColumns.time(row, "forecast_finish");
        var actual = TaskColumns.time(row, "actual_finish");
        var due = forecast == null ? planned : forecast;
        return new MilestoneRow(
                row.getLong("project_id"),
                row.getInt("number"),
                row.getInt("version"),
                row.getString("name"),
                TaskStatus.valueOf(row.getString("status")),
                row.getBoolean("shared"),
                day(planned),
                day(baseline),
                day(forecast),
                day(actual),
                day(due),
                slip(hours, day(baseline), day(actual == null ? due : actual)));
    }

    private static @Nullable Long slip(PlanHours hours, @Nullable LocalDate from, @Nullable LocalDate to) {
        return from == null || to == null ? null : hours.workingDays(from, to);
    }

    private static @Nullable LocalDate day(@Nullable LocalDateTime time) {
        return time == null ? null : time.toLocalDate();
    }
}
