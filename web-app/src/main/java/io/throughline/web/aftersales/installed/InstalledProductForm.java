package io.throughline.web.aftersales.installed;

import io.throughline.aftersales.installed.InstalledProductDetail;
import io.throughline.aftersales.installed.SaveInstalledProduct;
import io.throughline.aftersales.installed.WarrantyRule;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The form of an installed product, in which a box may still be empty. */
record InstalledProductForm(
        @Nullable @Size(max = 60) String serial,
        @Nullable @Size(max = 80) String manufacturer,
        @NotBlank @Nullable @Size(max = 80) String model,
        @Nullable @Size(max = 40) String productVersion,
        @Nullable @Size(max = 120) String nameZh,
        @Nullable @Size(max = 120) String nameEn,
        @NotNull @Nullable Long customerId,
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
        @Nullable Integer version) {

    private static final int USUAL_MONTHS = 12;

    /** @param parent code of the product it shall be a part of */
    static InstalledProductForm empty(long customer, @Nullable Long site, @Nullable String parent) {
        return new InstalledProductForm(
                null,
                null,
                null,
                null,
                null,
                null,
                customer,
                site,
                null,
                null,
                parent,
                null,
                null,
                null,
                null,
                WarrantyRule.ACCEPTANCE,
                USUAL_MONTHS,
                null,
                null);
    }

    static InstalledProductForm of(InstalledProductDetail product) {
        var origin = product.origin();
        var delivered = origin == null ? null : origin.deliverable();
        var parent = product.parent();
        return new InstalledProductForm(
                product.serial(),
                product.manufacturer(),
                product.model(),
                product.productVersion(),
                product.nameZh(),
                product.nameEn(),
                product.customerId(),
                product.siteId(),
                origin == null ? null : origin.projectId(),
                delivered == null ? null : delivered.id(),
                parent == null ? null : parent.code(),
                product.acceptedOn(),
                product.wentLiveOn(),
                product.shippedOn(),
                product.installedOn(),
                product.warranty().rule(),
                product.warranty().months(),
                product.notes(),
                product.version());
    }

    /** Only of a form without errors. */
    SaveInstalledProduct command() {
        return new SaveInstalledProduct(
                serial,
                manufacturer,
                Objects.requireNonNull(model),
                productVersion,
                nameZh,
                nameEn,
                Objects.requireNonNull(customerId),
                siteId,
                projectId,
                deliverableId,
                parent,
                acceptedOn,
                wentLiveOn,
                shippedOn,
                installedOn,
                warrantyRule,
                warrantyMonths,
                notes,
                version);
    }
}
