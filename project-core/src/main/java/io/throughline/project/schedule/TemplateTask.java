package io.throughline.project.schedule;

import static io.throughline.project.schedule.TaskColumns.number;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** A task of a template, its dates as {@link PlanOffset}s; amounts in minutes. */
record TemplateTask(
        int position,
        int level,
        boolean summary,
        TaskKind kind,
        boolean manual,
        @Nullable String startsAt,
        @Nullable String finishesAt,
        @Nullable Long minutes,
        boolean elapsed,
        ConstraintType constraint,
        @Nullable String constraintAt,
        @Nullable String deadlineAt,
        long gaps,
        @Nullable Long calendar) {

    static final String COLUMNS = """
            position, level, summary, kind, mode, starts_at, finishes_at, duration_minutes, duration_elapsed,
            constraint_type, constraint_at, deadline_at, gap_minutes, calendar_id
            """;

    static TemplateTask read(ResultSet row) throws SQLException {
        return new TemplateTask(
                row.getInt("position"),
                row.getInt("level"),
                row.getBoolean("summary"),
                TaskKind.valueOf(row.getString("kind")),
                ScheduleMode.valueOf(row.getString("mode")) == ScheduleMode.MANUAL,
                row.getString("starts_at"),
                row.getString("finishes_at"),
                number(row, "duration_minutes"),
                row.getBoolean("duration_elapsed"),
                ConstraintType.valueOf(row.getString("constraint_type")),
                row.getString("constraint_at"),
                row.getString("deadline_at"),
                row.getLong("gap_minutes"),
                number(row, "calendar_id"));
    }

    /** As a task not begun, in a plan that begins (or ends) on the day; its place in the template is its number. */
    StoredTask on(LocalDate origin, PlanHours hours, @Nullable Integer parent) {
        var start = moment(startsAt, hours, origin);
        var finish = moment(finishesAt, hours, origin);
        return new StoredTask(
                position,
                position,
                parent,
                kind,
                summary,
                false,
                manual,
                start,
                start != null && finish != null && finish.isBefore(start) ? start : finish,
                minutes,
                elapsed,
                0,
                null,
                null,
                null,
                null,
                constraint,
                moment(constraintAt, hours, origin),
                moment(deadlineAt, hours, origin),
                gaps,
                0,
                calendar);
    }

    private static @Nullable LocalDateTime moment(@Nullable String offset, PlanHours hours, LocalDate origin) {
        return offset == null ? null : PlanOffset.parse(offset).moment(hours, origin);
    }
}
