package io.throughline.project.timesheet;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;

/**
 * How much work is left on a task, in the eyes of who does it.
 *
 * @param row the task, for example {@code HTC-12}
 * @param minutes null where nothing is said
 */
public record EstimateRemaining(
        @NotBlank String row,
        @Nullable @Min(0) @Max(10_000_000) Integer minutes) {}
