package io.throughline.project.resource;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a resource gives to a task. What the one that is changed makes of the other and of the duration is said by the
 * task's type; where both are changed the duration follows, or the units where it is fixed.
 *
 * @param version as it was seen; null to skip the check
 * @param resource who does it from now on
 */
public record ChangeAssignment(
        @Nullable Integer version,
        @NotNull Long resource,

        @NotNull @DecimalMin("0") @DecimalMax("99999") BigDecimal units,

        @NotNull @PositiveOrZero @Max(100_000_000) Long workMinutes) {}
