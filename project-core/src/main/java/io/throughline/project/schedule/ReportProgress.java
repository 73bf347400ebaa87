package io.throughline.project.schedule;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * How work on a task goes.
 *
 * @param percent of its duration, 0 to 100; a hundred finishes it
 * @param actualStart when it began, local to the project; null to leave it, or for now when it begins with this report
 * @param remainingMinutes what is left of the duration, in its minutes, from which the whole duration follows; null where
 *     what is left follows from the percentage
 */
public record ReportProgress(
        @NotNull @Min(0) @Max(100) Integer percent,
        @Nullable LocalDateTime actualStart,

        @Nullable @PositiveOrZero @Max(10_000_000) Long remainingMinutes) {}
