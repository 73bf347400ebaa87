package io.throughline.project.timesheet;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A week's hours.
 *
 * @param version of the sheet as it was seen, 0 where there was none; null to skip the check
 * @param entries each row and day at most once
 * @param remaining what is left on tasks; those not named keep what was said
 */
public record SaveTimesheet(
        @Nullable Integer version,
        @NotNull @Size(max = 700) List<@Valid BookTime> entries,
        @Nullable @Size(max = 100) List<@Valid EstimateRemaining> remaining) {

    List<EstimateRemaining> estimates() {
        return remaining == null ? List.of() : remaining;
    }
}
