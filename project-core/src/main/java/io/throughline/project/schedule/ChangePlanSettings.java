package io.throughline.project.schedule;

import io.throughline.project.schedule.network.PlanFrame.Alap;
import io.throughline.project.schedule.network.PlanFrame.Direction;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How a plan is computed from now on.
 *
 * @param version as the form was filled; null to skip the check
 * @param criticalSlackMinutes working minutes
 */
public record ChangePlanSettings(
        @Nullable Integer version,
        @NotNull Direction direction,
        @NotNull Boolean honorsConstraints,
        @NotNull Alap alap,

        @NotNull @TypedInUnits(TypedInUnits.DAYS) @PositiveOrZero @Max(1_000_000)
        Long criticalSlackMinutes,

        @NotNull Boolean multipleCriticalPaths,
        @Nullable LocalDate statusDate) {

    /** The same, up to another day. */
    public ChangePlanSettings reportedUpTo(@Nullable LocalDate day) {
        return new ChangePlanSettings(
                version, direction, honorsConstraints, alap, criticalSlackMinutes, multipleCriticalPaths, day);
    }

    /** What leaves everything as it is. */
    public static ChangePlanSettings of(PlanSettings now) {
        return new ChangePlanSettings(
                now.version(),
                now.direction(),
                now.honorsConstraints(),
                now.alap(),
                now.criticalSlackMinutes(),
                now.multipleCriticalPaths(),
                now.statusDate());
    }
}
