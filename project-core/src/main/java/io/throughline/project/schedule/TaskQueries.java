package io.throughline.project.schedule;

import static io.throughline.project.schedule.TaskColumns.instant;
import static io.throughline.project.schedule.TaskColumns.integer;
import static io.throughline.project.schedule.TaskColumns.number;
import static io.throughline.project.schedule.TaskColumns.time;

import io.throughline.foundation.calendar.CalendarRow;
import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectAccess;
import io.throughline.project.lifecycle.ProjectQueries;
import io.throughline.project.schedule.network.Effort;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads the plan of a project: the whole outline, or one task with its links. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
@Allow(staff = true)
public class TaskQueries {

    private static final String IN_ORDER = " order by t.parent_id nulls first, t.position, t.id";

    private static final String DETAIL = """
            select t.*, u.name as assignee_name, p.number as parent_number, p.name as parent_name
              from project.task t
              left join project.task p on p.id = t.parent_id
              left join foundation.app_user u on u.id = t.assignee_id
             where t.project_id = ? and t.number = ? and t.deleted_at is null
            """;

    private static final int CHOICES = 200;

    private final ProjectQueries projects;
    private final PlanCalendars calendars;
    private final Schedules schedules;
    private final JdbcClient jdbc;

    /** The whole plan in outline order: three statements, however many tasks. */
    public List<TaskRow> outline(Viewer viewer, String key) {
        return outline(viewer, projects.requirePlan(viewer, key));
    }

    /** For a project already let in. */
    public List<TaskRow> outline(Viewer viewer, ProjectAccess project) {
        var predecessors = new HashMap<Integer, List<PredecessorView>>();
        jdbc.sql(TaskRows.LINKS + " where d.project_id = ? order by p.number")
                .param(project.id().value())
                .query(row -> {
                    predecessors
                            .computeIfAbsent(row.getInt("successor"), key -> new java.util.ArrayList<>())
                            .add(TaskRows.end(row, "predecessor"));
                });
        var outline = new Outline(new TaskRows(predecessors, calendars.of(project)));
        jdbc.sql(TaskRows.TASKS + " where t.project_id = ? and t.deleted_at is null" + IN_ORDER)
                .param(project.id().value())
                .query(row -> {
                    outline.take(row);
                });
        return outline.rows();
    }

    /** The lines of a plan that is short enough to choose one of it from a list; nothing for a longer one. */
    public Optional<List<TaskChoice>> choices(Viewer viewer, ProjectAccess project) {
        return OutlineSkeleton.small(jdbc, project.id(), CHOICES).map(skeleton -> skeleton.all().stream()
                .map(line -> new TaskChoice(line.number(), line.wbs(), line.name(), line.milestone()))
                .toList());
    }

    /** The whole plan with slack and critical tasks; where the plan cannot be computed, without. */
    public List<TaskRow> computed(Viewer viewer, ProjectAccess project) {
        var rows = outline(viewer, project);
        return schedules
                .find(project.id())
                .map(computed -> rows.stream().map(computed::judged).toList())
                .orElse(rows);
    }

    /** Calendars a task may be counted on, beside the project's own. */
    public List<CalendarRow> calendars(Viewer viewer, ProjectAccess project) {
        return calendars.choices(viewer, project);
    }

    /** One task with its links; throws {@link NotFound}. */
    public TaskDetail require(Viewer viewer, String key, int number) {
        var project = projects.requirePlan(viewer, key);
        var links = links(project, number);
        return jdbc.sql(DETAIL)
                .params(project.id().value(), number)
                .query((row, n) -> detail(project, row, links))
                .optional()
                .orElseThrow(() -> new NotFound("task", key + "-" + number));
    }

    private Map<Boolean, List<PredecessorView>> links(ProjectAccess project, int number) {
        var before = new java.util.ArrayList<PredecessorView>();
        var after = new java.util.ArrayList<PredecessorView>();
        jdbc.sql(TaskRows.LINKS
                        + " where d.project_id = ? and (s.number = ? or p.number = ?) order by p.number, s.number")
                .params(project.id().value(), number, number)
                .query(row -> {
                    if (row.getInt("successor") == number) {
                        before.add(TaskRows.end(row, "predecessor"));
                    } else {
                        after.add(TaskRows.end(row, "successor"));
                    }
                });
        return Map.of(true, before, false, after);
    }

    private static TaskDetail detail(ProjectAccess project, ResultSet row, Map<Boolean, List<PredecessorView>> links)
            throws SQLException {
        return new TaskDetail(
                project,
                row.getLong("id"),
                row.getInt("number"),
                row.getInt("version"),
                TaskKind.valueOf(row.getString("kind")),
                row.getBoolean("summary"),
                row.getString("name"),
                row.getString("description"),
                TaskStatus.valueOf(row.getString("status")),
                row.getBoolean("blocked"),
                row.getString("blocked_reason"),
                instant(row, "blocked_since"),
                number(row, "assignee_id"),
                row.getString("assignee_name"),
                integer(row, "parent_number"),
                row.getString("parent_name"),
                row.getInt("priority"),
                ScheduleMode.valueOf(row.getString("mode")),
                time(row, "planned_start"),
                time(row, "planned_finish"),
                number(row, "duration_minutes"),
                number(row, "effort_minutes"),
                number(row, "optimistic_minutes"),
                number(row, "likely_minutes"),
                number(row, "pessimistic_minutes"),
                row.getInt("percent_complete"),
                time(row, "actual_start"),
                time(row, "actual_finish"),
                time(row, "baseline_start"),
                time(row, "baseline_finish"),
                time(row, "forecast_finish"),
                ConstraintType.valueOf(row.getString("constraint_type")),
                time(row, "constraint_date"),
                time(row, "deadline"),
                row.getBoolean("shared"),
                number(row, "calendar_id"),
                row.getBoolean("duration_elapsed"),
                Effort.Type.valueOf(row.getString("effort_type")),
                row.getBoolean("effort_driven"),
                row.getBoolean("own_hours"),
                number(row, "remaining_minutes"),
                row.getTimestamp("changed_at").toInstant(),
                List.copyOf(links.getOrDefault(true, List.of())),
                List.copyOf(links.getOrDefault(false, List.of())));
    }
}
