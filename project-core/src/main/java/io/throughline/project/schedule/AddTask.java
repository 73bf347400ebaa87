package io.throughline.project.schedule;

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
 * @param durationMinutes working minutes
 * @param optimisticMinutes with the two below how long it may take; all three or none
 */
public record AddTask(
        @NotBlank @Size(max = 300) String name,
        @Nullable TaskKind kind,
        @Nullable Integer parent,
        @Nullable Integer after,
        @Nullable Long assigneeId,
        @Nullable LocalDateTime plannedStart,
        @Nullable LocalDateTime plannedFinish,

        @Nullable @TypedInUnits(TypedInUnits.DAYS) @PositiveOrZero @Max(10_000_000)
        Long durationMinutes,

        @Nullable @TypedInUnits(TypedInUnits.HOURS) @PositiveOrZero @Max(10_000_000)
        Long effortMinutes,

        @Nullable @Min(0) @Max(1000) Integer priority,
        @Nullable @Size(max = 20000) String description,

        @Nullable @TypedInUnits(TypedInUnits.DAYS) @PositiveOrZero @Max(10_000_000)
        Long optimisticMinutes,

        @Nullable @TypedInUnits(TypedInUnits.DAYS) @PositiveOrZero @Max(10_000_000)
        Long likelyMinutes,

        @Nullable @TypedInUnits(TypedInUnits.DAYS) @PositiveOrZero @Max(10_000_000)
        Long pessimisticMinutes) {

    /** Without an estimate of how long it may take. */
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
