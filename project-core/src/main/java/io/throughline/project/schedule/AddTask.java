package io.throughline.project.schedule;

import io.throughline.project.schedule.network.Effort;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Adds a line to the plan.
 *
 * @param kind null for a task
 * @param parent number of the task above; null for the top level
 * @param after number of the sibling before it; null for the end
 * @param plannedStart local to the project
 * @param durationMinutes working minutes, or by the clock where {@code elapsed}
 * @param optimisticMinutes with the two below how long it may take; all three or none
 * @param constraintType null for as soon as possible, or what a typed start or finish says
 * @param mode null for automatic
 * @param calendarId the calendar of its duration; null for the project's
 * @param elapsed whether the duration runs day and night, on no calendar
 * @param effortType which of duration, work and units stays when another changes; null for fixed units
 * @param effortDriven whether more people make it shorter
 * @param ownHours whether the hours of the people on it do not matter
 */
public record AddTask(
        @NotBlank @Size(max = 300) String name,
        @Nullable TaskKind kind,
        @Nullable Integer parent,
        @Nullable Integer after,
        @Nullable Long assigneeId,
        @Nullable LocalDateTime plannedStart,
        @Nullable LocalDateTime plannedFinish,

        @Nullable @PositiveOrZero @Max(10_000_000) Long durationMinutes,

        @Nullable @PositiveOrZero @Max(10_000_000) Long effortMinutes,

        @Nullable @Min(0) @Max(1000) Integer priority,
        @Nullable @Size(max = 20000) String description,

        @Nullable @PositiveOrZero @Max(10_000_000) Long optimisticMinutes,

        @Nullable @PositiveOrZero @Max(10_000_000) Long likelyMinutes,

        @Nullable @PositiveOrZero @Max(10_000_000) Long pessimisticMinutes,

        @Nullable ConstraintType constraintType,
        @Nullable LocalDateTime constraintDate,
        @Nullable LocalDateTime deadline,
        @Nullable ScheduleMode mode,
        @Nullable Long calendarId,
        @Nullable Boolean elapsed,
        Effort.@Nullable Type effortType,
        @Nullable Boolean effortDriven,
        @Nullable Boolean ownHours) {

    /** As soon as possible, on the project's calendar. */
    public AddTask(
            String name,
            @Nullable TaskKind kind,
            @Nullable Integer parent,
            @Nullable Integer after,
            @Nullable Long assigneeId,
            @Nullable LocalDateTime plannedStart,
            @Nullable LocalDateTime plannedFinish,
            @Nullable Long durationMinutes,
            @Nullable Long effortMinutes,
            @Nullable Integer priority,
            @Nullable String description,
            @Nullable Long optimisticMinutes,
            @Nullable Long likelyMinutes,
            @Nullable Long pessimisticMinutes) {
        this(
                name,
                kind,
                parent,
                after,
                assigneeId,
                plannedStart,
                plannedFinish,
                durationMinutes,
                effortMinutes,
                priority,
                description,
                optimisticMinutes,
                likelyMinutes,
                pessimisticMinutes,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** Likewise, without an estimate of how long it may take. */
    public AddTask(
            String name,
            @Nullable TaskKind kind,
            @Nullable Integer parent,
            @Nullable Integer after,
            @Nullable Long assigneeId,
            @Nullable LocalDateTime plannedStart,
            @Nullable LocalDateTime plannedFinish,
            @Nullable Long durationMinutes,
            @Nullable Long effortMinutes,
            @Nullable Integer priority,
            @Nullable String description) {
        this(
                name,
                kind,
                parent,
                after,
                assigneeId,
                plannedStart,
                plannedFinish,
                durationMinutes,
                effortMinutes,
                priority,
                description,
                null,
                null,
                null);
    }

    /** Nothing but a name, at the end of the top level. */
    public static AddTask named(String name) {
        return new AddTask(name, null, null, null, null, null, null, null, null, null, null);
    }
}
