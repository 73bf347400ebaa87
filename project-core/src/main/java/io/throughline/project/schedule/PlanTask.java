package io.throughline.project.schedule;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A line of a plan brought in from outside.
 *
 * @param uid its number there, unique in the plan
 * @param parentUid the line above; it comes earlier in the list
 * @param durationMinutes working minutes, or minutes by the clock where {@code elapsed}
 * @param active false for a task switched off there: it comes as cancelled
 */
public record PlanTask(
        int uid,
        @Nullable Integer parentUid,
        String name,
        boolean milestone,
        boolean summary,
        boolean manual,
        boolean active,
        @Nullable LocalDateTime start,
        @Nullable LocalDateTime finish,
        @Nullable Long durationMinutes,
        boolean elapsed,
        int percentComplete,
        @Nullable LocalDateTime actualStart,
        @Nullable LocalDateTime actualFinish,
        @Nullable LocalDateTime baselineStart,
        @Nullable LocalDateTime baselineFinish,
        ConstraintType constraint,
        @Nullable LocalDateTime constraintDate,
        @Nullable LocalDateTime deadline,
        int priority,
        @Nullable String calendarName,
        @Nullable String wbs,
        @Nullable String notes) {

    TaskStatus status() {
        if (!active) {
            return TaskStatus.CANCELLED;
        }
        if (actualFinish != null || percentComplete >= 100) {
            return TaskStatus.DONE;
        }
        return actualStart != null || percentComplete > 0 ? TaskStatus.IN_PROGRESS : TaskStatus.NOT_STARTED;
    }
}
