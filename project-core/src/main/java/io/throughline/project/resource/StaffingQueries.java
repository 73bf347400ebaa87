package io.throughline.project.resource;

import io.throughline.foundation.calendar.LocalHours;
import io.throughline.foundation.calendar.WorkCalendars;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectId;
import io.throughline.project.resource.Staffing.Assigned;
import io.throughline.project.resource.Staffing.Capacity;
import io.throughline.project.resource.Staffing.Elsewhere;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads who works in a set of plans, and what else these people have to do: five statements, however many there are. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
@Allow({Role.PROJECT_MANAGER, Role.MANAGER, Role.RESOURCE_COORDINATOR})
public class StaffingQueries {

    private static final String HERE = " and a.project_id = any (?) order by a.resource_id, a.project_id, t.number";

    private static final String ELSEWHERE = """
             and a.resource_id = any (?) and not a.project_id = any (?) and p.status = 'ACTIVE'
             and t.status <> 'DONE' and t.planned_start < t.planned_finish
             order by a.resource_id, a.project_id, t.number
            """;

    private final StoredCrews crews;
    private final WorkCalendars calendars;
    private final JdbcClient jdbc;

    /** @param projects plans the caller has let the viewer into */
    public Staffing of(Viewer viewer, Collection<ProjectId> projects) {
        var ids = projects.stream().map(ProjectId::value).toArray(Long[]::new);
        var here = jdbc.sql(WorkLine.sql(viewer) + HERE)
                .param(ids)
                .query((row, n) -> WorkLine.of(row))
                .list();
        if (here.isEmpty()) {
            return new Staffing(List.of(), List.of(), List.of());
        }
        var resources = here.stream().map(WorkLine::resource).collect(Collectors.toSet());
        var leave = crews.leave(resources);
        var hours = new OwnHours(calendars);
        var assigned = new ArrayList<Assigned>();
        here.stream()
                .collect(Collectors.groupingBy(
                        line -> List.of(line.project(), line.task()), LinkedHashMap::new, Collectors.toList()))
                .values()
                .forEach(crew -> assigned.addAll(assigned(crew, hours, leave)));
        var elsewhere = jdbc.sql(WorkLine.sql(viewer) + ELSEWHERE)
                .params(resources.toArray(Long[]::new), ids)
                .query((row, n) -> elsewhere(WorkLine.of(row), hours, leave))
                .list();
        return new Staffing(capacities(resources), assigned, elsewhere);
    }

    private List<Capacity> capacities(Set<Long> resources) {
        return jdbc.sql("select id, name, kind, max_units from project.resource where id = any (?) order by id")
                .param(resources.toArray(Long[]::new))
                .query((row, n) -> new Capacity(
                        row.getLong("id"),
                        row.getString("name"),
                        ResourceKind.valueOf(row.getString("kind")),
                        WorkLine.tenThousandths(row.getBigDecimal("max_units"))))
                .list();
    }

    private static List<Assigned> assigned(List<WorkLine> crew, OwnHours hours, Map<Long, List<Leave>> leave) {
        boolean own = crew.stream().anyMatch(line -> line.differs(leave) || line.length() != line.duration());
        return crew.stream()
                .map(line -> new Assigned(
                        line.project(),
                        line.task(),
                        line.resource(),
                        line.share(),
                        own ? own(line, hours, leave) : null,
                        own ? line.length() : 0))
                .toList();
    }

    private static Elsewhere elsewhere(WorkLine line, OwnHours hours, Map<Long, List<Leave>> leave) {
        return new Elsewhere(
                line.project(),
                line.resource(),
                line.share(),
                Objects.requireNonNull(line.start()),
                Objects.requireNonNull(line.finish()),
                own(line, hours, leave));
    }

    private static LocalHours own(WorkLine line, OwnHours hours, Map<Long, List<Leave>> leave) {
        return hours.of(
                        line.fixed() ? null : line.ownCalendar(),
                        line.taskCalendar(),
                        line.planCalendar(),
                        line.fixed() ? List.of() : leave.getOrDefault(line.resource(), List.of()))
                .local();
    }
}
