package io.throughline.project.timesheet;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The hours of a day for one thing.
 *
 * @param row a task such as {@code HTC-12}, or {@code SERVICE} or {@code INTERNAL}
 * @param minutes 0 for none
 */
public record BookTime(
        @NotBlank String row,
        @NotNull LocalDate day,
        @NotNull @Min(0) @Max(1440) Integer minutes,
        @Nullable @Size(max = 500) String note) {

    /** Where what is wrong with it is said: {@code HTC-12/2026-11-16}. */
    public static String place(String row, LocalDate day) {
        return row + "/" + day;
    }

    String place() {
        return place(row, day);
    }
}
