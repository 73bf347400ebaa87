package io.throughline.aftersales.installed;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Another unit takes a product's place: same customer, site, origin and place in the tree.
 *
 * @param serial of the new one; blank for a number of ours
 * @param model blank for the same
 * @param productVersion blank for the same
 * @param warrantyMonths of a warranty of its own from the day on; null to run out the one of the old unit
 * @param parts whether the old one's parts go over to the new one; else they stay with the old one
 * @param version of the old one as the form was filled; null to skip the check
 */
public record ReplaceInstalledProduct(
        @Nullable @Size(max = 60) String serial,
        @Nullable @Size(max = 80) String model,
        @Nullable @Size(max = 40) String productVersion,
        @NotNull LocalDate on,
        @NotBlank @Size(max = 500) String reason,
        @Nullable @Min(1) @Max(240) Integer warrantyMonths,
        @Nullable Boolean parts,
        @Nullable Integer version) {}
