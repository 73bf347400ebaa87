package io.throughline.project.lifecycle;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Asks to pass with a criterion unmet, or grants it when a manager does. */
public record WaiveCriterion(
        @NotBlank @Size(max = 80) String criterion,
        @NotNull @Size(min = 10, max = 500) String reason) {}
