package io.throughline.project.resource;

import io.throughline.foundation.calendar.WorkCalendars;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectId;
import io.throughline.project.resource.Staffing.Assigned;
import io.throughline.project.resource.Staffing.Capacity;
import io.throughline.project.resource.Staffing.Elsewhere;
import io.throughline.project.schedule.network.Effort;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads who works in a set of plans, and what else these people have to do: four statements, however many there are. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
@Allow({Role.PROJECT_MANAGER, Role.MANAGER, Role.RESOURCE_COORDINATOR})
public class StaffingQueries {

    private static final String WORK = """
            select a.project_id, t.number, a.resource_id, a.units, a.work_minutes, t.duration_minutes,
                   t.calendar_id as task_calendar, p.calendar_id as plan_calendar, r.calendar_id as own_calendar,
                   t.own_hours or t.effort_type = 'FIXED_DURATION' as fixed, t.mode = 'MANUAL' as manual,
                   t.planned_start, t.planned_finish, r.name, r.kind, r.max_units
              from project.resource_assignment a
              join project.resource r on r.id = a.resource_id
              join project.task t on t.id = a.task_id
              join project.project p on p.id = a.project_id
             where r.kind in ('PERSON', 'EQUIPMENT', 'GENERIC') and a.units > 0
               and not t.summary and t.kind <> 'MILESTONE' and t.deleted_at is null and t.status <> 'CANCELLED'
            """;

    private static final String HERE = " and a.project_id = any (?) order by a.resource_id, a.project_id, t.number";

    private static final String ELSEWHERE = """
             and a.resource_id = any (?) and not a.project_id = any (?) and p.status = 'ACTIVE'
             and t.status <> 'DONE' and t.planned_start < t.planned_finish
             order by a.resource_id, a.project_id, t.number
            """;

    private final StoredCrews crews;
    private final WorkCalendars calendars;
    private final JdbcClient jdbc;

    private record Line(
            long project,
            int task,
            long resource,
            BigDecimal units,
            long work,
            long duration,
            @Nullable Long taskCalendar,
            @Nullable Long planCalendar,
            @Nullable Long ownCalendar,
            boolean fixed,
            @Nullable LocalDateTime start,
            @Nullable LocalDateTime finish,
            Capacity capacity) {

        int share() {
            return ten(units);
        }
    }

    /** @param projects plans the caller has let the viewer into */
    public Staffing of(Viewer viewer, Collection<ProjectId> projects) {
        var ids = projects.stream().map(ProjectId::value).toArray(Long[]::new);
        var here = jdbc.sql(WORK + HERE).param(ids).query((row, n) -> line(row)).list();
        Map<Long, Capacity> capacities = new LinkedHashMap<>();
        here.forEach(line -> capacities.put(line.resource(), line.capacity()));
        if (here.isEmpty()) {
            return new Staffing(List.of(), List.of(), List.of());
        }
        var leave = crews.leave(capacities.keySet());
        var hours = new OwnHours(calendars);
        var assigned = new ArrayList<Assigned>();
        here.stream()
                .collect(Collectors.groupingBy(
                        line -> List.of(line.project(), line.task()), LinkedHashMap::new, Collectors.toList()))
                .values()
                .forEach(crew -> assigned.addAll(assigned(crew, hours, leave)));
        var elsewhere = jdbc.sql(WORK + ELSEWHERE)
                .params(capacities.keySet().toArray(Long[]::new), ids)
                .query((row, n) -> elsewhere(line(row), hours, leave))
                .list();
        return new Staffing(List.copyOf(capacities.values()), assigned, elsewhere);
    }

    private static List<Assigned> assigned(List<Line> crew, OwnHours hours, Map<Long, List<Leave>> leave) {
        boolean own = crew.stream().anyMatch(line -> differs(line, leave));
        return crew.stream()
                .map(line -> new Assigned(
                        line.project(),
                        line.task(),
                        line.resource(),
                        line.share(),
                        own ? own(line, hours, leave) : null,
                        own ? PartLength.of(line.units(), line.work(), line.duration()) : 0))
                .toList();
    }

    private static Elsewhere elsewhere(Line line, OwnHours hours, Map<Long, List<Leave>> leave) {
        return new Elsewhere(
                line.project(),
                line.resource(),
                line.share(),
                Objects.requireNonNull(line.start()),
                Objects.requireNonNull(line.finish()),
                own(line, hours, leave));
    }

    private static io.throughline.foundation.calendar.LocalHours own(
            Line line, OwnHours hours, Map<Long, List<Leave>> leave) {
        return hours.of(
                        line.fixed() ? null : line.ownCalendar(),
                        line.taskCalendar(),
                        line.planCalendar(),
                        line.fixed() ? List.of() : leave.getOrDefault(line.resource(), List.of()))
                .local();
    }

    private static boolean differs(Line line, Map<Long, List<Leave>> leave) {
        boolean own = line.ownCalendar() != null
                && !line.ownCalendar().equals(line.taskCalendar())
                && !line.ownCalendar().equals(line.planCalendar());
        return !line.fixed() && (own || leave.containsKey(line.resource()));
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                row.getLong("project_id"),
                row.getInt("number"),
                row.getLong("resource_id"),
                row.getBigDecimal("units"),
                row.getLong("work_minutes"),
                row.getLong("duration_minutes"),
                row.getObject("task_calendar", Long.class),
                row.getObject("plan_calendar", Long.class),
                row.getObject("own_calendar", Long.class),
                row.getBoolean("fixed") || row.getBoolean("manual"),
                row.getObject("planned_start", LocalDateTime.class),
                row.getObject("planned_finish", LocalDateTime.class),
                new Capacity(
                        row.getLong("resource_id"),
                        row.getString("name"),
                        ResourceKind.valueOf(row.getString("kind")),
                        ten(row.getBigDecimal("max_units"))));
    }

    private static int ten(BigDecimal units) {
        return units.multiply(BigDecimal.valueOf(Effort.WHOLE))
                .setScale(0, RoundingMode.HALF_UP)
                .intValueExact();
    }
}
