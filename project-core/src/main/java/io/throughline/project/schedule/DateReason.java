package io.throughline.project.schedule;

import io.throughline.project.schedule.network.Driver;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One reason for a task's dates (scheduling rule 12), in terms people read.
 *
 * @param number of the task that drives; null for reasons that are no task
 * @param start of that task, as is {@code finish}
 * @param link as planners write it, for example {@code 12FS+2d}
 * @param constraint the task's own
 * @param date of the constraint, the deadline, or the project's start or finish
 * @param through the summary above that the link or the constraint belongs to
 */
public record DateReason(
        Driver.Kind kind,
        @Nullable Integer number,
        @Nullable String name,
        @Nullable LocalDateTime start,
        @Nullable LocalDateTime finish,
        @Nullable String link,
        @Nullable ConstraintType constraint,
        @Nullable LocalDateTime date,
        @Nullable String through) {

    /** A task on the way back, with all reasons for its dates. */
    public record Step(int number, String name, LocalDateTime start, LocalDateTime finish, List<DateReason> reasons) {

        public Step {
            reasons = List.copyOf(reasons);
        }
    }
}
