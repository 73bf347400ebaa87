package io.throughline.project.schedule;

import static io.throughline.project.schedule.TaskColumns.integer;
import static io.throughline.project.schedule.TaskColumns.time;

import io.throughline.foundation.calendar.LocalHours;
import io.throughline.project.schedule.StoredPlan.Line;
import io.throughline.project.schedule.network.TaskDraft;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** What the engine needs of a task as it lies in the database. */
record StoredTask(
        long id,
        int number,
        @Nullable Integer parent,
        TaskKind kind,
        boolean summary,
        boolean cancelled,
        boolean manual,
        @Nullable LocalDateTime start,
        @Nullable LocalDateTime finish,
        @Nullable Long minutes,
        boolean elapsed,
        int percent,
        @Nullable Long remaining,
        @Nullable LocalDateTime actualStart,
        @Nullable LocalDateTime actualFinish,
        @Nullable LocalDateTime resume,
        ConstraintType constraint,
        @Nullable LocalDateTime constraintDate,
        @Nullable LocalDateTime deadline,
        long gaps,
        long levelingDelay,
        @Nullable Long calendar) {

    static final String COLUMNS = """
            t.id, t.number, p.number as parent, t.kind, t.summary, t.status, t.mode, t.planned_start, t.planned_finish,
            t.duration_minutes, t.duration_elapsed, t.percent_complete, t.remaining_minutes, t.actual_start,
            t.actual_finish, t.resume_at, t.constraint_type, t.constraint_date, t.deadline, t.gap_minutes,
            t.leveling_delay_minutes, t.calendar_id
            """;

    static StoredTask read(ResultSet row) throws SQLException {
        return new StoredTask(
                row.getLong("id"),
                row.getInt("number"),
                integer(row, "parent"),
                TaskKind.valueOf(row.getString("kind")),
                row.getBoolean("summary"),
                TaskStatus.valueOf(row.getString("status")) == TaskStatus.CANCELLED,
                ScheduleMode.valueOf(row.getString("mode")) == ScheduleMode.MANUAL,
                time(row, "planned_start"),
                time(row, "planned_finish"),
                TaskColumns.number(row, "duration_minutes"),
                row.getBoolean("duration_elapsed"),
                row.getInt("percent_complete"),
                TaskColumns.number(row, "remaining_minutes"),
                time(row, "actual_start"),
                time(row, "actual_finish"),
                time(row, "resume_at"),
                ConstraintType.valueOf(row.getString("constraint_type")),
                time(row, "constraint_date"),
                time(row, "deadline"),
                row.getLong("gap_minutes"),
                row.getLong("leveling_delay_minutes"),
                TaskColumns.number(row, "calendar_id"));
    }

    /** @param off switched off, by itself or with a summary above */
    Line line(boolean off) {
        boolean typed = !summary && !manual && !off && constraint == ConstraintType.ASAP && actualStart == null;
        boolean point = kind == TaskKind.MILESTONE && finish != null;
        return new Line(id, number, off, start, finish, !typed ? null : point ? finish : start);
    }

    /** @param hours of the task's calendar, the project's where it has none */
    void describe(TaskDraft draft, LocalHours hours) {
        if (parent != null) {
            draft.parent(parent);
        }
        draft.hours(hours).inactive(cancelled).deadline(deadline).constraint(constraint, constraintDate);
        if (manual && start != null && finish != null && !finish.isBefore(start)) {
            draft.manual(start, finish);
        }
        if (summary) {
            return;
        }
        long amount = amount(hours);
        if (elapsed) {
            draft.elapsedDuration(amount);
        } else {
            draft.duration(amount);
        }
        draft.gaps(gaps).levelingDelay(levelingDelay);
        draft.actualStart(actualStart).actualFinish(actualFinish).resume(resume);
        draft.remaining(remaining == null ? amount * (100 - percent) / 100 : remaining);
    }

    long amount(LocalHours hours) {
        if (minutes != null) {
            return minutes;
        }
        if (kind == TaskKind.MILESTONE) {
            return 0;
        }
        return start != null && finish != null && finish.isAfter(start)
                ? new PlanHours(hours).between(start, finish)
                : PlanHours.DAY_MINUTES;
    }
}
