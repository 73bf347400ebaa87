package io.throughline.project.schedule;

import static java.lang.Boolean.TRUE;

import io.throughline.project.schedule.network.Effort;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.LocalDateTime;
import java.util.List;
import lombok.With;
import org.jspecify.annotations.Nullable;

/**
 * Replaces what people may write about a task; a summary ignores the dates. A start that is another than the stored one
 * was typed: an automatic task then starts no earlier than on it; an empty one takes that constraint away.
 *
 * @param version as the form was filled; null to skip the check
 * @param durationMinutes working minutes, or by the clock where {@code elapsed}; used with a start when no finish is given or the finish is unchanged
 * @param shared whether the customer sees it in the portal (milestones)
 * @param mode null to leave it
 * @param optimisticMinutes with the two below how long it may take; all three or none
 * @param calendarId the calendar of its duration; null for the project's
 * @param elapsed whether the duration runs day and night, on no calendar
 * @param effortType which of duration, work and units stays when another changes; null leaves this and the four around it
 * @param effortDriven whether more people make it shorter
 * @param ownHours whether the hours of the people on it do not matter
 */
@With
public record EditTask(
        @Nullable Integer version,
        @NotBlank @Size(max = 300) String name,
        @Nullable @Size(max = 20000) String description,
        @Nullable Long assigneeId,
        @Nullable LocalDateTime plannedStart,
        @Nullable LocalDateTime plannedFinish,

        @Nullable @PositiveOrZero @Max(10_000_000) Long durationMinutes,

        @Nullable @PositiveOrZero @Max(10_000_000) Long effortMinutes,

        @NotNull @Min(0) @Max(1000) Integer priority,
        @NotNull ConstraintType constraintType,
        @Nullable LocalDateTime constraintDate,
        @Nullable LocalDateTime deadline,
        @Nullable Boolean shared,
        @Nullable ScheduleMode mode,

        @Nullable @PositiveOrZero @Max(10_000_000) Long optimisticMinutes,

        @Nullable @PositiveOrZero @Max(10_000_000) Long likelyMinutes,

        @Nullable @PositiveOrZero @Max(10_000_000) Long pessimisticMinutes,

        @Nullable Long calendarId,
        @Nullable Boolean elapsed,
        Effort.@Nullable Type effortType,
        @Nullable Boolean effortDriven,
        @Nullable Boolean ownHours) {

    /** Leaves how its duration is counted. */
    public EditTask(
            @Nullable Integer version,
            String name,
            @Nullable String description,
            @Nullable Long assigneeId,
            @Nullable LocalDateTime plannedStart,
            @Nullable LocalDateTime plannedFinish,
            @Nullable Long durationMinutes,
            @Nullable Long effortMinutes,
            Integer priority,
            ConstraintType constraintType,
            @Nullable LocalDateTime constraintDate,
            @Nullable LocalDateTime deadline,
            @Nullable Boolean shared,
            @Nullable ScheduleMode mode,
            @Nullable Long optimisticMinutes,
            @Nullable Long likelyMinutes,
            @Nullable Long pessimisticMinutes) {
        this(
                version,
                name,
                description,
                assigneeId,
                plannedStart,
                plannedFinish,
                durationMinutes,
                effortMinutes,
                priority,
                constraintType,
                constraintDate,
                deadline,
                shared,
                mode,
                optimisticMinutes,
                likelyMinutes,
                pessimisticMinutes,
                null,
                null,
                null,
                null,
                null);
    }

    /** The command that would change nothing. */
    public static EditTask unchanged(TaskDetail task) {
        return new EditTask(
                task.version(),
                task.name(),
                task.description(),
                task.assigneeId(),
                task.plannedStart(),
                task.plannedFinish(),
                task.durationMinutes(),
                task.effortMinutes(),
                task.priority(),
                task.constraintType(),
                task.constraintDate(),
                task.deadline(),
                task.shared(),
                task.mode(),
                task.optimisticMinutes(),
                task.likelyMinutes(),
                task.pessimisticMinutes(),
                task.calendarId(),
                task.elapsed(),
                task.effortType(),
                task.effortDriven(),
                task.ownHours());
    }

    /**
     * The same with another duration, three points of it turned into its kind of time day by day: two days of 1/2/3 that
     * become {@code 2ed} are 1ed/2ed/3ed.
     */
    public EditTask lasting(@Nullable TaskDuration duration) {
        boolean clock = duration != null && duration.elapsed();
        var edit = withDurationMinutes(duration == null ? null : duration.minutes())
                .withElapsed(clock);
        var estimate = ThreePointEstimate.of(optimisticMinutes, likelyMinutes, pessimisticMinutes);
        return estimate == null || clock == TRUE.equals(elapsed) ? edit : edit.estimated(estimate.turned(clock));
    }

    /**
     * The same with three points as typed, or without.
     *
     * @throws io.throughline.foundation.model.RuleViolation for points of another kind of time than the duration's
     */
    public EditTask estimated(List<TaskDuration> points) {
        return estimated(ThreePointEstimate.of(points, TRUE.equals(elapsed)));
    }

    private EditTask estimated(@Nullable ThreePointEstimate estimate) {
        return withOptimisticMinutes(estimate == null ? null : estimate.optimisticMinutes())
                .withLikelyMinutes(estimate == null ? null : estimate.likelyMinutes())
                .withPessimisticMinutes(estimate == null ? null : estimate.pessimisticMinutes());
    }

    /** The same with other dates. */
    public EditTask planned(@Nullable LocalDateTime start, @Nullable LocalDateTime finish, @Nullable Long minutes) {
        return withPlannedStart(start).withPlannedFinish(finish).withDurationMinutes(minutes);
    }
}
