package io.throughline.project.timesheet;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * Other hours for a day of an approved sheet.
 *
 * @param row a task such as {@code HTC-12}, or {@code SERVICE} or {@code INTERNAL}
 */
public record CorrectTime(
        @NotBlank String row,
        @NotNull LocalDate day,
        @NotNull @Min(0) @Max(1440) Integer minutes,
        @NotBlank @Size(max = 500) String reason) {}
