package io.throughline.project.schedule;

import static io.throughline.project.schedule.TaskColumns.integer;
import static io.throughline.project.schedule.TaskColumns.number;
import static io.throughline.project.schedule.TaskColumns.time;

import io.throughline.project.schedule.network.Effort;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** Reads lines of a plan; their depth and WBS code come from their place in the outline. */
final class TaskRows {

    private static final String COLUMNS = """
            t.id, t.number, t.version, p.number as parent, t.kind, t.summary, t.name, t.status, t.blocked,
                   t.assignee_id, u.name as assignee_name, t.planned_start, t.planned_finish, t.duration_minutes,
                   t.optimistic_minutes, t.likely_minutes, t.pessimistic_minutes,
                   t.percent_complete, t.baseline_start, t.baseline_finish, t.actual_finish, t.mode, t.constraint_type,
                   t.constraint_date, t.deadline, t.external_uid, t.effort_minutes, t.actual_start, t.effort_type,
                   t.duration_elapsed
            """;

    private static final String FROM = """
              from project.task t
              left join project.task p on p.id = t.parent_id
              left join foundation.app_user u on u.id = t.assignee_id
            """;

    static final String TASKS = "select " + COLUMNS + FROM;

    /** As many lines for a task as it has predecessors, one for a task without. */
    static final String LINKED = "select " + COLUMNS
            + ", d.type, d.lag_minutes, d.lag_unit, q.number as predecessor, q.name as predecessor_name" + FROM + """
              left join (project.task_dependency d join project.task q on q.id = d.predecessor_id and q.deleted_at is null)
                on d.successor_id = t.id
             where t.id = any (?)
             order by t.id, q.number
            """;

    static final String LINKS = """
            select s.number as successor, s.name as successor_name, p.number as predecessor, p.name as predecessor_name,
                   d.type, d.lag_minutes, d.lag_unit
              from project.task_dependency d
              join project.task p on p.id = d.predecessor_id and p.deleted_at is null
              join project.task s on s.id = d.successor_id and s.deleted_at is null
            """;

    private final Map<Integer, List<PredecessorView>> predecessors;
    private final PlanHours hours;

    /** @param predecessors by the number of the task they drive */
    TaskRows(Map<Integer, List<PredecessorView>> predecessors, PlanHours hours) {
        this.predecessors = predecessors;
        this.hours = hours;
    }

    TaskRow read(ResultSet row) throws SQLException {
        var start = time(row, "planned_start");
        var finish = time(row, "planned_finish");
        boolean summary = row.getBoolean("summary");
        var parent = integer(row, "parent");
        int number = row.getInt("number");
        return new TaskRow(
                row.getLong("id"),
                number,
                parent,
                0,
                "",
                TaskKind.valueOf(row.getString("kind")),
                summary,
                row.getString("name"),
                TaskStatus.valueOf(row.getString("status")),
                row.getBoolean("blocked"),
                number(row, "assignee_id"),
                row.getString("assignee_name"),
                start,
                finish,
                summary && start != null && finish != null
                        ? Long.valueOf(hours.between(start, finish))
                        : number(row, "duration_minutes"),
                number(row, "optimistic_minutes"),
                number(row, "likely_minutes"),
                number(row, "pessimistic_minutes"),
                row.getInt("percent_complete"),
                time(row, "baseline_start"),
                time(row, "baseline_finish"),
                time(row, "actual_finish"),
                ScheduleMode.valueOf(row.getString("mode")),
                ConstraintType.valueOf(row.getString("constraint_type")),
                time(row, "constraint_date"),
                time(row, "deadline"),
                row.getString("external_uid"),
                null,
                null,
                row.getInt("version"),
                predecessors.getOrDefault(number, List.of()),
                number(row, "effort_minutes"),
                time(row, "actual_start"),
                null,
                Effort.Type.valueOf(row.getString("effort_type")),
                null,
                List.of(),
                !summary && row.getBoolean("duration_elapsed"));
    }

    static PredecessorView end(ResultSet row, String which) throws SQLException {
        return new PredecessorView(
                row.getInt(which),
                row.getString(which + "_name"),
                DependencyType.valueOf(row.getString("type")),
                row.getLong("lag_minutes"),
                LagUnit.valueOf(row.getString("lag_unit")));
    }
}
