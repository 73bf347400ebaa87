package io.throughline.project.schedule;

import static io.throughline.project.schedule.TaskColumns.number;
import static io.throughline.project.schedule.TaskColumns.time;

import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectAccess;
import io.throughline.project.schedule.network.Effort;
import io.throughline.project.schedule.planfile.PlanFileTask;
import io.throughline.project.schedule.planfile.PlanFileTask.Timing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The tasks of a plan as a file writes them. A task keeps the number it had in the file it came from; others get theirs of
 * the plan, or one that is free.
 */
@Component
@RequiredArgsConstructor
class ExportedTasks {

    private static final String MORE = """
            select id, description, duration_elapsed, remaining_minutes, actual_start, resume_at, gap_minutes,
                   leveling_delay_minutes, calendar_id, effort_type, effort_driven, own_hours, priority
              from project.task where project_id = ? and deleted_at is null
            """;

    private final TaskQueries queries;
    private final JdbcClient jdbc;

    /** What the outline does not say. */
    private record More(
            @Nullable String notes,
            boolean elapsed,
            @Nullable Long remaining,
            @Nullable LocalDateTime actualStart,
            @Nullable LocalDateTime resume,
            long gaps,
            long levelingDelay,
            @Nullable Long calendar,
            Effort.Type effortType,
            boolean effortDriven,
            boolean ownHours,
            int priority) {

        static More read(ResultSet row) throws SQLException {
            return new More(
                    row.getString("description"),
                    row.getBoolean("duration_elapsed"),
                    number(row, "remaining_minutes"),
                    time(row, "actual_start"),
                    time(row, "resume_at"),
                    row.getLong("gap_minutes"),
                    row.getLong("leveling_delay_minutes"),
                    number(row, "calendar_id"),
                    Effort.Type.valueOf(row.getString("effort_type")),
                    row.getBoolean("effort_driven"),
                    row.getBoolean("own_hours"),
                    row.getInt("priority"));
        }
    }

    /** One line of the file. */
    record Line(int place, int uid, @Nullable Integer parent, TaskRow row, More more) {

        long id() {
            return row.id();
        }

        @Nullable
        Long calendar() {
            return more.calendar();
        }

        /** @param calendars names by id */
        PlanFileTask task(Map<Long, String> calendars) {
            var minutes = row.summary() ? null : row.durationMinutes();
            return new PlanFileTask(
                    uid,
                    place,
                    parent,
                    row.depth(),
                    row.wbs(),
                    row.name(),
                    row.plannedStart(),
                    row.plannedFinish(),
                    minutes,
                    more.elapsed(),
                    row.isMilestone(),
                    row.summary(),
                    row.mode() == ScheduleMode.MANUAL,
                    row.status() != TaskStatus.CANCELLED,
                    row.percentComplete(),
                    more.actualStart(),
                    row.actualFinish(),
                    row.baselineStart(),
                    row.baselineFinish(),
                    PlanFileTask.ConstraintType.valueOf(row.constraintType().name()),
                    row.constraintDate(),
                    row.deadline(),
                    more.priority(),
                    more.calendar() == null ? null : calendars.get(more.calendar()),
                    more.notes(),
                    timing(minutes));
        }

        private Timing timing(@Nullable Long minutes) {
            boolean begun = more.actualStart() != null && row.actualFinish() == null && !row.summary();
            var remaining = more.remaining() != null || minutes == null
                    ? more.remaining()
                    : Long.valueOf(minutes * (100 - row.percentComplete()) / 100);
            return new Timing(
                    begun ? remaining : null,
                    begun ? more.resume() : null,
                    more.gaps(),
                    more.levelingDelay(),
                    more.effortType(),
                    more.effortDriven(),
                    more.ownHours());
        }
    }

    /** In outline order. */
    List<Line> of(Viewer viewer, ProjectAccess project) {
        var more = new HashMap<Long, More>();
        jdbc.sql(MORE).param(project.id().value()).query(row -> {
            more.put(row.getLong("id"), More.read(row));
        });
        var rows = queries.outline(viewer, project);
        var uids = uids(rows);
        var lines = new ArrayList<Line>();
        for (var row : rows) {
            var facts = more.get(row.id());
            if (facts != null) {
                var parent = row.parent() == null ? null : uids.get(row.parent());
                lines.add(new Line(
                        lines.size() + 1,
                        java.util.Objects.requireNonNull(uids.get(row.number())),
                        parent,
                        row,
                        facts));
            }
        }
        return lines;
    }

    /** By task number. */
    private static Map<Integer, Integer> uids(List<TaskRow> rows) {
        var uids = new HashMap<Integer, Integer>();
        var taken = new HashSet<Integer>();
        for (var row : rows) {
            var kept = uid(row.uid());
            if (kept != null && taken.add(kept)) {
                uids.put(row.number(), kept);
            }
        }
        int free = taken.stream().mapToInt(Integer::intValue).max().orElse(0);
        for (var row : rows) {
            if (!uids.containsKey(row.number())) {
                int own = taken.add(row.number()) ? row.number() : ++free;
                taken.add(own);
                uids.put(row.number(), own);
            }
        }
        return uids;
    }

    static @Nullable Integer uid(@Nullable String text) {
        return text != null && text.matches("[1-9][0-9]{0,8}") ? Integer.valueOf(text) : null;
    }
}
