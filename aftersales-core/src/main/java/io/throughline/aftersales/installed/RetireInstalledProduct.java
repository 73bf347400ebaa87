package io.throughline.aftersales.installed;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A product goes out of use.
 *
 * @param version as the form was filled; null to skip the check
 */
public record RetireInstalledProduct(
        @NotNull LocalDate on,
        @NotBlank @Size(max = 500) String reason,
        @Nullable Integer version) {}
