package io.throughline.aftersales.diagnosis;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * @param remedy what ended it
 * @param answer whether the customer is answered with it; null for no
 */
public record Fix(
        @NotBlank @Size(max = 4000) String remedy, @Nullable Boolean answer) {}
