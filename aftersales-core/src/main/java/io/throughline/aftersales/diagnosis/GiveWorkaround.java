package io.throughline.aftersales.diagnosis;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * @param workaround what helps the customer until it is fixed
 * @param tell whether the customer is answered with it; null for no
 */
public record GiveWorkaround(
        @NotBlank @Size(max = 4000) String workaround,
        @Nullable Boolean tell) {}
