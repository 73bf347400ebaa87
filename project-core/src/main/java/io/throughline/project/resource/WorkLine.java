package io.throughline.project.resource;

import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectScope;
import io.throughline.project.resource.ResourceLoad.Booked;
import io.throughline.project.schedule.network.Effort;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One resource's work on one task as it is stored; only of what gives time, on tasks that take some.
 *
 * @param visible whether the viewer may read the plan
 * @param fixed whether the task's dates were made without the hours of the people on it
 */
record WorkLine(
        long assignment,
        long project,
        String key,
        String projectName,
        boolean visible,
        ZoneId zone,
        int task,
        String taskName,
        int percent,
        long resource,
        BigDecimal units,
        long work,
        long duration,
        @Nullable Long taskCalendar,
        @Nullable Long planCalendar,
        @Nullable Long ownCalendar,
        boolean fixed,
        @Nullable LocalDateTime start,
        @Nullable LocalDateTime finish) {

    /** To be followed by further conditions on a, r, t and p. */
    static String sql(Viewer viewer) {
        return """
            select a.id, a.project_id, p.key, p.name as project_name, %s as visible, p.zone, t.number, t.name,
                   t.percent_complete, a.resource_id, a.units, a.work_minutes, coalesce(t.duration_minutes, 480) as duration,
                   t.calendar_id as task_calendar, p.calendar_id as plan_calendar, r.calendar_id as own_calendar,
                   t.own_hours or t.effort_type = 'FIXED_DURATION' or t.mode = 'MANUAL' or t.duration_elapsed as fixed,
                   t.planned_start, t.planned_finish
              from project.resource_assignment a
              join project.resource r on r.id = a.resource_id
              join project.task t on t.id = a.task_id
              join project.project p on p.id = a.project_id
             where r.kind in ('PERSON', 'EQUIPMENT', 'GENERIC') and a.units > 0
               and not t.summary and t.kind <> 'MILESTONE' and t.deleted_at is null and t.status <> 'CANCELLED'
            """.formatted(ProjectScope.plan(viewer));
    }

    static WorkLine of(ResultSet row) throws SQLException {
        return new WorkLine(
                row.getLong("id"),
                row.getLong("project_id"),
                row.getString("key"),
                row.getString("project_name"),
                row.getBoolean("visible"),
                ZoneId.of(row.getString("zone")),
                row.getInt("number"),
                row.getString("name"),
                row.getInt("percent_complete"),
                row.getLong("resource_id"),
                row.getBigDecimal("units"),
                row.getLong("work_minutes"),
                row.getLong("duration"),
                row.getObject("task_calendar", Long.class),
                row.getObject("plan_calendar", Long.class),
                row.getObject("own_calendar", Long.class),
                row.getBoolean("fixed"),
                row.getObject("planned_start", LocalDateTime.class),
                row.getObject("planned_finish", LocalDateTime.class));
    }

    /** The same where it lay at another time. */
    WorkLine lying(LocalDateTime from, LocalDateTime to) {
        return new WorkLine(
                assignment,
                project,
                key,
                projectName,
                visible,
                zone,
                task,
                taskName,
                percent,
                resource,
                units,
                work,
                duration,
                taskCalendar,
                planCalendar,
                ownCalendar,
                fixed,
                from,
                to);
    }

    int share() {
        return tenThousandths(units);
    }

    /** Whether its hours are others than those the task is planned in. */
    boolean differs(Map<Long, List<Leave>> leave) {
        boolean own = ownCalendar != null && !ownCalendar.equals(taskCalendar) && !ownCalendar.equals(planCalendar);
        return !fixed && (own || leave.containsKey(resource));
    }

    /** Minutes its part lasts. */
    long length() {
        return PartLength.of(units, work, duration);
    }

    Booked shown(LocalDateTime from, LocalDateTime to) {
        return visible
                ? new Booked(key, projectName, task, taskName, from, to, share() / 100, work, percent)
                : new Booked(null, null, null, null, from, to, share() / 100, work, percent);
    }

    static int tenThousandths(BigDecimal units) {
        return units.multiply(BigDecimal.valueOf(Effort.WHOLE))
                .setScale(0, RoundingMode.HALF_UP)
                .intValueExact();
    }
}
