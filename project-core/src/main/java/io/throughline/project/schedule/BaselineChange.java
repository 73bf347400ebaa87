package io.throughline.project.schedule;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A task in a baseline and in what it is compared with. Times are local to the project.
 *
 * @param wbs empty for a task that is no longer in the plan
 * @param startSlip working days the start lies later, negative for earlier; null where one side has no dates
 * @param finishSlip the same for the finish
 */
public record BaselineChange(
        int number,
        String wbs,
        String name,
        boolean milestone,
        boolean summary,
        boolean deleted,
        TaskVariance variance,
        @Nullable Dates before,
        @Nullable Dates after,
        @Nullable Long startSlip,
        @Nullable Long finishSlip) {

    /** When a task is meant to be done. */
    public record Dates(@Nullable LocalDateTime start, LocalDateTime finish) {

        @Nullable
        LocalDate startDay() {
            return start == null ? null : start.toLocalDate();
        }
    }
}
