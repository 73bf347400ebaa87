package io.throughline.project.resource;

import io.throughline.foundation.calendar.LocalHours;
import io.throughline.foundation.calendar.WorkCalendars;
import io.throughline.project.lifecycle.ProjectId;
import io.throughline.project.schedule.TaskCrews;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The hours of the people on a plan's tasks, for the engine that dates them. */
@Component
@RequiredArgsConstructor
class StoredCrews implements TaskCrews {

    // the arrays are found once each, whatever the planner knows of tables just filled
    private static final String PARTS = """
            select a.task_id, a.resource_id, a.units, a.work_minutes, t.duration_minutes, t.calendar_id as task_calendar,
                   p.calendar_id as plan_calendar, r.calendar_id as own_calendar
              from project.resource_assignment a
              join project.resource r on r.id = a.resource_id
              join project.task t on t.id = a.task_id
              join project.project p on p.id = a.project_id
             where a.project_id = :project and r.kind in ('PERSON', 'EQUIPMENT', 'GENERIC')
               and a.units > 0 and a.work_minutes > 0 and not t.summary and not t.duration_elapsed
               and not t.own_hours and t.effort_type <> 'FIXED_DURATION' and t.duration_minutes > 0
               and (:all or a.task_id = any (:tasks))
               and a.task_id = any (array(
                   select b.task_id from project.resource_assignment b
                    where b.project_id = :project and b.resource_id = any (array(
                          select q.id from project.resource q
                           where q.id = any (array(
                                 select c.resource_id from project.resource_assignment c where c.project_id = :project))
                             and (q.calendar_id is not null
                                  or exists (select 1 from project.resource_leave l where l.resource_id = q.id))))))
             order by a.task_id, a.id
            """;

    private static final String TEMPLATE_PARTS = """
            select a.position as task_id, coalesce(r.id, -h.place) as resource_id, a.units, a.work_minutes,
                   t.duration_minutes, t.calendar_id as task_calendar, p.calendar_id as plan_calendar,
                   case when r.id is null then h.calendar_id else r.calendar_id end as own_calendar
              from project.template_assignment a
              join project.template_resource h on h.template_id = a.template_id and h.place = a.place
              left join project.resource r on r.id = h.resource_id and r.active
              join project.template_task t on t.template_id = a.template_id and t.position = a.position
              join project.template_plan p on p.template_id = a.template_id
             where a.template_id = ? and h.kind in ('PERSON', 'EQUIPMENT', 'GENERIC')
               and a.units > 0 and a.work_minutes > 0 and not t.summary and not t.duration_elapsed
               and not t.own_hours and t.effort_type <> 'FIXED_DURATION' and t.duration_minutes > 0
             order by a.position, a.place
            """;

    private static final String LEAVE = """
            select l.resource_id, l.first_day, l.last_day, l.reason, l.from_noon, l.until_noon from project.resource_leave l
             where l.resource_id = any (?) order by l.first_day
            """;

    private final CrewKeeping keeping;
    private final WorkCalendars calendars;
    private final JdbcClient jdbc;

    private record Part(
            long task,
            long resource,
            BigDecimal units,
            long work,
            long duration,
            @Nullable Long taskCalendar,
            @Nullable Long planCalendar,
            @Nullable Long ownCalendar) {}

    @Override
    public Crews of(ProjectId project, @Nullable Collection<Long> tasks) {
        if (tasks != null && tasks.isEmpty()) {
            return Crews.NONE;
        }
        var parts = jdbc.sql(PARTS)
                .param("project", project.value())
                .param("all", tasks == null)
                .param("tasks", tasks == null ? new Long[0] : tasks.toArray(Long[]::new))
                .query((row, n) -> part(row))
                .list();
        return crews(parts);
    }

    /** Who would work on the tasks of a project begun from the template, as they are today; by place in the template. */
    Crews ofTemplate(long template) {
        return crews(jdbc.sql(TEMPLATE_PARTS)
                .param(template)
                .query((row, n) -> part(row))
                .list());
    }

    private Crews crews(List<Part> parts) {
        if (parts.isEmpty()) {
            return Crews.NONE;
        }
        var leave = leave(parts.stream().map(Part::resource).collect(Collectors.toSet()));
        var hours = OwnHours.of(
                calendars,
                parts.stream()
                        .flatMap(part -> Stream.of(part.taskCalendar(), part.planCalendar(), part.ownCalendar()))
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()));
        var shares = new HashMap<Long, List<Share>>();
        parts.stream().collect(Collectors.groupingBy(Part::task)).forEach((task, crew) -> {
            if (crew.stream().anyMatch(part -> differs(part, leave))) {
                shares.put(task, shares(crew, hours, leave));
            }
        });
        var own = new HashMap<Long, LocalHours>();
        parts.stream()
                .map(Part::ownCalendar)
                .filter(Objects::nonNull)
                .forEach(id -> own.put(id, hours.calendar(id).local()));
        return new Crews(shares, own);
    }

    @Override
    public String matter() {
        return """
            exists (select 1 from project.resource_assignment a join project.resource r on r.id = a.resource_id
                     where a.project_id = p.id and (r.calendar_id is not null
                           or exists (select 1 from project.resource_leave l where l.resource_id = r.id)))
            """;
    }

    @Override
    public List<Long> projectsOn(long calendar) {
        return jdbc.sql("""
                        select distinct a.project_id from project.resource r
                          join project.resource_assignment a on a.resource_id = r.id
                          join project.project p on p.id = a.project_id and p.status in ('ACTIVE', 'ON_HOLD')
                         where r.calendar_id = ?
                        """).param(calendar).query(Long.class).list();
    }

    @Override
    public Map<Long, Somebody> people(Collection<Long> resources) {
        return jdbc
                .sql("select id as resource, name, user_id as \"user\" from project.resource where id = any (?)")
                .param(resources.toArray(Long[]::new))
                .query(Somebody.class)
                .stream()
                .collect(Collectors.toMap(Somebody::resource, one -> one));
    }

    @Override
    public Optional<Long> follow(ProjectId project, long task, TaskTurn turn) {
        return keeping.follow(project, task, turn);
    }

    @Override
    public Map<Long, Long> join(ProjectId project, Map<Long, Amounts> tasks) {
        return keeping.join(project, tasks);
    }

    /** Days off by resource, earliest first; nothing for who has none. */
    Map<Long, List<Leave>> leave(Set<Long> resources) {
        var leave = new HashMap<Long, List<Leave>>();
        jdbc.sql(LEAVE).param(resources.toArray(Long[]::new)).query(row -> {
            leave.computeIfAbsent(row.getLong("resource_id"), key -> new ArrayList<>())
                    .add(new Leave(
                            row.getObject("first_day", java.time.LocalDate.class),
                            row.getObject("last_day", java.time.LocalDate.class),
                            row.getString("reason"),
                            row.getBoolean("from_noon"),
                            row.getBoolean("until_noon")));
        });
        return leave;
    }

    private static boolean differs(Part part, Map<Long, List<Leave>> leave) {
        boolean own = part.ownCalendar() != null
                && !part.ownCalendar().equals(part.taskCalendar())
                && !part.ownCalendar().equals(part.planCalendar());
        return own || leave.containsKey(part.resource());
    }

    private static List<Share> shares(List<Part> crew, OwnHours hours, Map<Long, List<Leave>> leave) {
        return crew.stream()
                .map(part -> new Share(
                        hours.of(
                                        part.ownCalendar(),
                                        part.taskCalendar(),
                                        part.planCalendar(),
                                        leave.getOrDefault(part.resource(), List.of()))
                                .local(),
                        PartLength.of(part.units(), part.work(), part.duration())))
                .toList();
    }

    private static Part part(ResultSet row) throws SQLException {
        return new Part(
                row.getLong("task_id"),
                row.getLong("resource_id"),
                row.getBigDecimal("units"),
                row.getLong("work_minutes"),
                row.getLong("duration_minutes"),
                row.getObject("task_calendar", Long.class),
                row.getObject("plan_calendar", Long.class),
                row.getObject("own_calendar", Long.class));
    }
}
