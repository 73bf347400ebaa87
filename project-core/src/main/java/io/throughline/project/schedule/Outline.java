package io.throughline.project.schedule;

import static io.throughline.project.schedule.TaskColumns.integer;
import static io.throughline.project.schedule.TaskColumns.number;
import static io.throughline.project.schedule.TaskColumns.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts the tasks of a plan, sorted by place among their siblings, into outline order with their WBS codes. */
class Outline {

    private static final int TOP = 0;

    private final Map<Integer, List<TaskRow>> below = new HashMap<>();
    private final Map<Integer, List<PredecessorView>> predecessors;
    private final PlanHours hours;

    Outline(Map<Integer, List<PredecessorView>> predecessors, PlanHours hours) {
        this.predecessors = predecessors;
        this.hours = hours;
    }

    void take(ResultSet row) throws SQLException {
        var start = time(row, "planned_start");
        var finish = time(row, "planned_finish");
        boolean summary = row.getBoolean("summary");
        var parent = integer(row, "parent");
        int number = row.getInt("number");
        var line = new TaskRow(
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
                predecessors.getOrDefault(number, List.of()));
        below.computeIfAbsent(parent == null ? TOP : parent, key -> new ArrayList<>())
                .add(line);
    }

    List<TaskRow> rows() {
        var rows = new ArrayList<TaskRow>();
        walk(TOP, 1, null, rows);
        return rows;
    }

    private void walk(int parent, int depth, @Nullable String prefix, List<TaskRow> rows) {
        int place = 1;
        for (var line : below.getOrDefault(parent, List.of())) {
            var wbs = prefix == null ? String.valueOf(place) : prefix + "." + place;
            rows.add(line.withDepth(depth).withWbs(wbs));
            walk(line.number(), depth + 1, wbs, rows);
            place++;
        }
    }
}
