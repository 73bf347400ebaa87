package io.throughline.project.schedule;

import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectId;
import io.throughline.project.schedule.network.Link;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of templates' plans: from a project's, into a project's, each in one statement however many there are. */
@Component
@RequiredArgsConstructor
class TemplateRows {

    private static final String TAKE_TASKS = """
            insert into project.template_task (template_id, position, level, summary, kind, name_zh, name_en, description,
                   priority, mode, starts_at, finishes_at, duration_minutes, duration_elapsed, effort_minutes,
                   constraint_type, constraint_at, deadline_at, calendar_id, effort_type, effort_driven, own_hours,
                   gap_minutes, optimistic_minutes, likely_minutes, pessimistic_minutes, shared, wbs, assignee_id, first_day)
            select :template, m.position, m.level, m.summary, t.kind, t.name, t.name, t.description,
                   t.priority, t.mode, m.starts, m.finishes, m.minutes, t.duration_elapsed,
                   case when not m.summary then t.effort_minutes end,
                   t.constraint_type, m.constrained, m.deadline, m.calendar, t.effort_type, t.effort_driven, t.own_hours,
                   t.gap_minutes, t.optimistic_minutes, t.likely_minutes, t.pessimistic_minutes, t.shared, t.wbs,
                   case when :people then t.assignee_id end, 0
              from unnest(:ids, :positions, :levels, :summaries, :minutes, :calendars, :starts, :finishes, :constraints, :deadlines)
                     as m (id, position, level, summary, minutes, calendar, starts, finishes, constrained, deadline)
              join project.task t on t.id = m.id
            """;

    /** Without joins: what these would be planned by is older than the rows just written. */
    private static final String TAKE_LINKS = """
            insert into project.template_link (template_id, predecessor, successor, type, lag_minutes, lag_unit)
            select :template, m.predecessor, m.successor, m.type, m.lag, m.unit
              from unnest(:predecessors, :successors, :types, :lags, :units) as m (predecessor, successor, type, lag, unit)
            """;

    private static final String LINKS = """
            select predecessor_id, successor_id, type, lag_minutes, lag_unit from project.task_dependency
             where project_id = ?
            """;

    private static final String PLAN = """
            insert into project.template_plan (template_id, direction, honors_constraints, alap, critical_slack_minutes,
                   multiple_critical_paths, anchor_time, calendar_id)
            values (:template, :direction, :honors, :alap, :slack, :multiple, :anchor, :calendar)
            """;

    private static final String PLANT_TASKS = """
            insert into project.task (id, version, project_id, number, parent_id, position, kind, summary, name,
                   description, status, blocked, assignee_id, priority, mode, planned_start, planned_finish,
                   duration_minutes, duration_elapsed, percent_complete, effort_minutes, constraint_type, constraint_date,
                   deadline, wbs, shared, calendar_id, effort_type, effort_driven, own_hours, gap_minutes,
                   optimistic_minutes, likely_minutes, pessimistic_minutes,
                   created_at, created_by, changed_at, changed_by)
            select m.id, 0, :project, :first + t.position - 1, m.parent, t.position::bigint * :gap, t.kind, t.summary,
                   %s,
                   t.description, 'NOT_STARTED', false, u.id, t.priority, t.mode,
                   cast(m.start as timestamp), cast(m.finish as timestamp),
                   t.duration_minutes, t.duration_elapsed, 0, t.effort_minutes, t.constraint_type,
                   cast(m.constrained as timestamp),
                   cast(m.deadline as timestamp), t.wbs, t.shared, m.calendar, t.effort_type, t.effort_driven, t.own_hours,
                   t.gap_minutes, t.optimistic_minutes, t.likely_minutes, t.pessimistic_minutes,
                   :at, :by, :at, :by
              from unnest(:positions, :ids, :parents, :calendars, :starts, :finishes, :constraints, :deadlines)
                     as m (position, id, parent, calendar, start, finish, constrained, deadline)
             cross join lateral (select * from project.template_task t
                                  where t.template_id = :template and t.position = m.position offset 0) t
              left join foundation.app_user u on u.id = t.assignee_id and u.active
            """;

    private static final String PLANT_LINKS = """
            insert into project.task_dependency (id, version, project_id, predecessor_id, successor_id, type, lag_minutes,
                   lag_unit, created_at, created_by, changed_at, changed_by)
            select m.id, 0, :project, m.predecessor, m.successor, m.type, m.lag, m.unit, :at, :by, :at, :by
              from unnest(:ids, :predecessors, :successors, :types, :lags, :units)
                     as m (id, predecessor, successor, type, lag, unit)
            """;

    private static final String[][] COPIED = {
        {
            "template_plan",
            "direction, honors_constraints, alap, critical_slack_minutes, multiple_critical_paths, anchor_time,"
                    + " calendar_id, tasks, milestones, days"
        },
        {
            "template_task",
            "position, level, summary, kind, name_zh, name_en, description, priority, mode, starts_at, finishes_at,"
                    + " duration_minutes, duration_elapsed, effort_minutes, constraint_type, constraint_at, deadline_at,"
                    + " calendar_id, effort_type, effort_driven, own_hours, gap_minutes, optimistic_minutes,"
                    + " likely_minutes, pessimistic_minutes, shared, wbs, assignee_id, first_day, last_day"
        },
        {"template_link", "predecessor, successor, type, lag_minutes, lag_unit"}
    };

    private final JdbcClient jdbc;
    private final Clock clock;

    /** All that was there, tasks with their links and what hangs on them. */
    void clear(long template) {
        jdbc.sql("delete from project.template_task where template_id = ?")
                .param(template)
                .update();
        jdbc.sql("delete from project.template_plan where template_id = ?")
                .param(template)
                .update();
    }

    void take(long template, TemplatePlan plan) {
        jdbc.sql(PLAN)
                .param("template", template)
                .param("direction", plan.direction().name())
                .param("honors", plan.honorsConstraints())
                .param("alap", plan.alap().name())
                .param("slack", plan.criticalSlackMinutes())
                .param("multiple", plan.multipleCriticalPaths())
                .param("anchor", plan.anchor())
                .param("calendar", plan.calendar())
                .update();
    }

    /** @param people whether who is responsible for a task is part of the template */
    void take(long template, ProjectId project, List<TemplateTask> lines, List<Long> ids, boolean people) {
        var positions = column(lines, TemplateTask::position, new Integer[0]);
        jdbc.sql(TAKE_TASKS)
                .param("template", template)
                .param("people", people)
                .param("ids", ids.toArray(Long[]::new))
                .param("positions", positions)
                .param("levels", column(lines, TemplateTask::level, new Integer[0]))
                .param("summaries", column(lines, TemplateTask::summary, new Boolean[0]))
                .param("minutes", column(lines, TemplateTask::minutes, new Long[0]))
                .param("calendars", column(lines, TemplateTask::calendar, new Long[0]))
                .param("starts", column(lines, TemplateTask::startsAt, new String[0]))
                .param("finishes", column(lines, TemplateTask::finishesAt, new String[0]))
                .param("constraints", column(lines, TemplateTask::constraintAt, new String[0]))
                .param("deadlines", column(lines, TemplateTask::deadlineAt, new String[0]))
                .update();
        takeLinks(template, project, lines, ids);
    }

    private void takeLinks(long template, ProjectId project, List<TemplateTask> lines, List<Long> ids) {
        var positions = new HashMap<Long, Long>();
        for (int i = 0; i < ids.size(); i++) {
            positions.put(ids.get(i), (long) lines.get(i).position());
        }
        var links = new ArrayList<Link>();
        jdbc.sql(LINKS).param(project.value()).query(row -> {
            var from = positions.get(row.getLong("predecessor_id"));
            var to = positions.get(row.getLong("successor_id"));
            if (from != null && to != null) {
                links.add(new Link(from, to, DependencyType.valueOf(row.getString("type")), TemplateReader.lag(row)));
            }
        });
        described(jdbc.sql(TAKE_LINKS).param("template", template), links)
                .param("predecessors", column(links, link -> (int) link.predecessor(), new Integer[0]))
                .param("successors", column(links, link -> (int) link.successor(), new Integer[0]))
                .update();
    }

    private static JdbcClient.StatementSpec described(JdbcClient.StatementSpec insert, List<Link> links) {
        return insert.param("types", column(links, link -> link.type().name(), new String[0]))
                .param("lags", column(links, link -> link.lag().amount(), new Long[0]))
                .param("units", column(links, link -> link.lag().unit().name(), new String[0]));
    }

    /** On which of the plan's days each task lies, and how large the whole is. */
    void measure(long template, TemplateDates.Dated dated) {
        int size = dated.tasks().size();
        var first = new Integer[size];
        var last = new Integer[size];
        dated.tasks().forEach(task -> {
            first[task.number() - 1] = dated.day(dated.schedule().startOf(task.number()));
            last[task.number() - 1] = dated.day(dated.schedule().finishOf(task.number()));
        });
        jdbc.sql("""
                        update project.template_task
                           set first_day = (:first::int[])[position], last_day = (:last::int[])[position]
                         where template_id = :template
                        """)
                .param("template", template)
                .param("first", first)
                .param("last", last)
                .update();
        jdbc.sql("""
                        update project.template_plan p set tasks = s.tasks, milestones = s.milestones, days = s.days
                          from (select count(*) as tasks, count(*) filter (where kind = 'MILESTONE') as milestones,
                                       coalesce(max(last_day) + 1, 0) as days
                                  from project.template_task where template_id = :template) s
                         where p.template_id = :template
                        """).param("template", template).update();
    }

    /**
     * @param first the first of the new tasks' numbers
     * @param tasks their ids, by place in the template
     * @param calendars the project's own by the template's own; others are the same
     */
    void plant(
            Viewer viewer,
            ProjectId project,
            long template,
            TemplateDates.Dated dated,
            int first,
            Map<Integer, Long> tasks,
            Map<Long, Long> calendars) {
        var lines = dated.tasks();
        signed(PLANT_TASKS.formatted(TemplateReader.name(viewer.locale())), viewer, project)
                .param("template", template)
                .param("first", first)
                .param("gap", TaskDesk.GAP)
                .param("positions", column(lines, StoredTask::number, new Integer[0]))
                .param("ids", column(lines, line -> tasks.get(line.number()), new Long[0]))
                .param("parents", column(lines, line -> above(line, tasks), new Long[0]))
                .param("calendars", column(lines, line -> calendar(line, calendars), new Long[0]))
                .param(
                        "starts",
                        column(
                                lines,
                                line -> dated.schedule().startOf(line.number()).toString(),
                                new String[0]))
                .param(
                        "finishes",
                        column(
                                lines,
                                line -> dated.schedule().finishOf(line.number()).toString(),
                                new String[0]))
                .param("constraints", column(lines, line -> text(line.constraintDate()), new String[0]))
                .param("deadlines", column(lines, line -> text(line.deadline()), new String[0]))
                .update();
    }

    /** @param ids as many as there are links */
    void link(Viewer viewer, ProjectId project, List<Link> links, Map<Integer, Long> tasks, List<Long> ids) {
        described(signed(PLANT_LINKS, viewer, project), links)
                .param("ids", ids.toArray(Long[]::new))
                .param("predecessors", column(links, link -> tasks.get((int) link.predecessor()), new Long[0]))
                .param("successors", column(links, link -> tasks.get((int) link.successor()), new Long[0]))
                .update();
    }

    void copy(long from, long to) {
        for (var table : COPIED) {
            jdbc.sql(
                            "insert into project.%1$s (template_id, %2$s) select :to, %2$s from project.%1$s where template_id = :from"
                                    .formatted(table[0], table[1]))
                    .param("from", from)
                    .param("to", to)
                    .update();
        }
    }

    /** On other calendars. */
    void recount(long template, Map<Long, Long> calendars) {
        calendars.forEach((from, to) -> {
            for (var table : List.of("template_plan", "template_task")) {
                jdbc.sql("update project." + table + " set calendar_id = ? where template_id = ? and calendar_id = ?")
                        .params(to, template, from)
                        .update();
            }
        });
    }

    private JdbcClient.StatementSpec signed(String sql, Viewer viewer, ProjectId project) {
        return jdbc.sql(sql)
                .param("project", project.value())
                .param("at", Timestamp.from(clock.instant()))
                .param("by", viewer.personId());
    }

    private static @Nullable Long above(StoredTask line, Map<Integer, Long> tasks) {
        return line.parent() == null ? null : tasks.get(line.parent());
    }

    private static @Nullable Long calendar(StoredTask line, Map<Long, Long> calendars) {
        var calendar = line.calendar();
        return calendar == null ? null : calendars.getOrDefault(calendar, calendar);
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static <T, V> V[] column(List<T> rows, Function<T, ? extends @Nullable V> value, V[] type) {
        return rows.stream().map(value).toList().toArray(type);
    }
}
