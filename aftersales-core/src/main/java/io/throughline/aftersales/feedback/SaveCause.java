package io.throughline.aftersales.feedback;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A cause as it is to be; one of the two names at least.
 *
 * @param code capitals, figures and underscores; never changes
 * @param active whether it may be chosen
 * @param version seen; null for a new one
 */
public record SaveCause(
        @NotBlank @Size(max = 20) @Pattern(regexp = "[A-Z][A-Z0-9_]*", message = "{aftersales.feedback.causeCode}")
        String code,

        @Nullable @Size(max = 80) String nameZh,
        @Nullable @Size(max = 80) String nameEn,
        @NotNull Boolean active,
        @Nullable Integer version) {}
