package io.throughline.web.project.schedule;

import io.throughline.project.schedule.ReportProgress;
import io.throughline.project.schedule.TaskDetail;
import io.throughline.project.schedule.TypedValues;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * {@link ReportProgress} as a task's page has it.
 *
 * @param remaining as in the grid, {@code 2.5} or {@code 2ed}
 */
record ReportedProgress(
        @NotNull @Min(0) @Max(100) Integer percent,
        @Nullable LocalDateTime actualStart,
        @Nullable String remaining) {

    /** @throws io.throughline.foundation.model.RuleViolation for what is no duration, or not of the task's kind of time */
    ReportProgress of(TaskDetail task) {
        var left = remaining == null || remaining.isBlank()
                ? null
                : Long.valueOf(TypedValues.duration(remaining).minutes(task.elapsed()));
        return new ReportProgress(percent, actualStart, left);
    }
}
