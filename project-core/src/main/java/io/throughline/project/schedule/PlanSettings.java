package io.throughline.project.schedule;

import io.throughline.project.schedule.network.PlanFrame.Alap;
import io.throughline.project.schedule.network.PlanFrame.Direction;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What holds for a plan as a whole.
 *
 * @param version to hand back with a change
 * @param start the project's planned start, from which the plan counts
 * @param finish the project's planned finish, from which it counts back
 * @param honorsConstraints whether hard constraints win over links
 * @param alap how far "as late as possible" goes
 * @param criticalSlackMinutes working minutes of slack up to which a task is critical
 * @param multipleCriticalPaths whether each chain of tasks counts its slack from its own end
 * @param statusDate up to when things are as they were reported
 */
public record PlanSettings(
        int version,
        Direction direction,
        @Nullable LocalDate start,
        @Nullable LocalDate finish,
        boolean honorsConstraints,
        Alap alap,
        long criticalSlackMinutes,
        boolean multipleCriticalPaths,
        @Nullable LocalDate statusDate) {}
