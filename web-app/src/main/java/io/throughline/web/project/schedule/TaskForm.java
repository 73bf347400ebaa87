package io.throughline.web.project.schedule;

import io.throughline.project.schedule.ConstraintType;
import io.throughline.project.schedule.EditTask;
import io.throughline.project.schedule.ScheduleMode;
import io.throughline.project.schedule.TaskDetail;
import io.throughline.project.schedule.TaskDuration;
import io.throughline.project.schedule.TypedInUnits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What people may write about a task: {@link EditTask} with durations as the grid has them, {@code 2.5} or {@code 2ed}.
 * Fields are named as the command's, at which broken rules and others' changes are told.
 */
record TaskForm(
        @Nullable Integer version,
        @NotBlank @Size(max = 300) String name,
        @Nullable @Size(max = 20000) String description,
        @Nullable Long assigneeId,
        @Nullable LocalDateTime plannedStart,
        @Nullable LocalDateTime plannedFinish,
        @Nullable TaskDuration durationMinutes,

        @Nullable @TypedInUnits(TypedInUnits.HOURS) @PositiveOrZero @Max(10_000_000)
        Long effortMinutes,

        @NotNull @Min(0) @Max(1000) Integer priority,
        @NotNull ConstraintType constraintType,
        @Nullable LocalDateTime constraintDate,
        @Nullable LocalDateTime deadline,
        @Nullable Boolean shared,
        @Nullable ScheduleMode mode,
        @Nullable TaskDuration optimisticMinutes,
        @Nullable TaskDuration likelyMinutes,
        @Nullable TaskDuration pessimisticMinutes,
        @Nullable Long calendarId,
        @Nullable Boolean ownHours) {

    static TaskForm of(TaskDetail task) {
        boolean elapsed = task.elapsed();
        return new TaskForm(
                task.version(),
                task.name(),
                task.description(),
                task.assigneeId(),
                task.plannedStart(),
                task.plannedFinish(),
                TaskDuration.of(task.durationMinutes(), elapsed),
                task.effortMinutes(),
                task.priority(),
                task.constraintType(),
                task.constraintDate(),
                task.deadline(),
                task.shared(),
                task.mode(),
                TaskDuration.of(task.optimisticMinutes(), elapsed),
                TaskDuration.of(task.likelyMinutes(), elapsed),
                TaskDuration.of(task.pessimisticMinutes(), elapsed),
                task.calendarId(),
                task.ownHours());
    }

    /**
     * @param task as it is; what the form does not show stays
     * @throws io.throughline.foundation.model.RuleViolation for points of another kind of time than the duration, at their
     *     field
     */
    EditTask command(TaskDetail task) {
        boolean elapsed = durationMinutes == null ? task.elapsed() : durationMinutes.elapsed();
        boolean lasts = durationMinutes == null || durationMinutes.minutes() > 0;
        return new EditTask(
                version,
                name,
                description,
                assigneeId,
                plannedStart,
                plannedFinish,
                durationMinutes == null ? null : durationMinutes.minutes(),
                effortMinutes,
                priority,
                constraintType,
                constraintDate,
                deadline,
                shared,
                mode,
                lasts ? point(optimisticMinutes, elapsed, "optimisticMinutes") : null,
                lasts ? point(likelyMinutes, elapsed, "likelyMinutes") : null,
                lasts ? point(pessimisticMinutes, elapsed, "pessimisticMinutes") : null,
                calendarId,
                elapsed,
                task.effortType(),
                task.effortDriven(),
                ownHours);
    }

    private static @Nullable Long point(@Nullable TaskDuration point, boolean elapsed, String field) {
        return point == null ? null : Long.valueOf(point.minutes(elapsed, field));
    }
}
