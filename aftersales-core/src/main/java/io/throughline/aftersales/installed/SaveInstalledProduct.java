package io.throughline.aftersales.installed;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An installed product as it shall be.
 *
 * @param serial as the maker wrote it on the product; blank for one without, which then gets a number of ours
 * @param manufacturer blank for our own
 * @param nameZh one of the two names is enough
 * @param deliverableId what it was delivered as; its project is taken from it, and its acceptance where no day is given
 * @param projectId where no single deliverable is known
 * @param parent code of the product it is a part of
 * @param warrantyRule together with {@code warrantyMonths}, or neither
 * @param version as the form was filled; null to skip the check
 */
public record SaveInstalledProduct(
        @Nullable @Size(max = 60) String serial,
        @Nullable @Size(max = 80) String manufacturer,
        @NotBlank @Size(max = 80) String model,
        @Nullable @Size(max = 40) String productVersion,
        @Nullable @Size(max = 120) String nameZh,
        @Nullable @Size(max = 120) String nameEn,
        @NotNull Long customerId,
        @Nullable Long siteId,
        @Nullable Long projectId,
        @Nullable Long deliverableId,
        @Nullable @Size(max = 80) String parent,
        @Nullable LocalDate acceptedOn,
        @Nullable LocalDate wentLiveOn,
        @Nullable LocalDate shippedOn,
        @Nullable LocalDate installedOn,
        @Nullable WarrantyRule warrantyRule,
        @Nullable @Min(1) @Max(240) Integer warrantyMonths,
        @Nullable @Size(max = 20000) String notes,
        @Nullable Integer version) {}
