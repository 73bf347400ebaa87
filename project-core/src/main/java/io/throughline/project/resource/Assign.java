package io.throughline.project.resource;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Puts a resource on a task.
 *
 * @param units 1 is one full resource, a quantity of material; null for what the task's estimate asks for, else one
 * @param workMinutes null for what the duration makes with the units
 */
public record Assign(
        @NotNull Long resource,

        @Nullable @DecimalMin("0") @DecimalMax("99999") BigDecimal units,

        @Nullable @PositiveOrZero @Max(100_000_000) Long workMinutes) {}
