package io.throughline.aftersales.feedback;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * @param founded whether the complainant is right, at least in part
 * @param cause code of a cause in use
 */
public record RecordFindings(
        @NotBlank @Size(max = 10000) String findings,
        @NotNull @Nullable Boolean founded,
        @NotBlank @Size(max = 20) String cause) {}
