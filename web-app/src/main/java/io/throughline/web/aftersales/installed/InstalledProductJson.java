package io.throughline.web.aftersales.installed;

import io.throughline.aftersales.installed.InstalledProductDetail;
import io.throughline.aftersales.installed.InstalledProductRow;
import io.throughline.aftersales.installed.InstalledProductState;
import io.throughline.aftersales.installed.Warranty;
import io.throughline.aftersales.installed.WarrantyRule;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An installed product as programs see it, in lists and alone.
 *
 * @param code by which it is reached
 * @param manufacturer empty for our own
 * @param customer number of the customer
 * @param project key of the project it came from
 */
record InstalledProductJson(
        String code,
        String serial,
        String manufacturer,
        String model,
        @Nullable String productVersion,
        String nameZh,
        String nameEn,
        String customer,
        @Nullable String site,
        @Nullable String project,
        InstalledProductState state,
        Cover warranty,
        @Nullable More more,
        int version) {

    /** @param standing today, in the company's zone */
    record Cover(
            @Nullable WarrantyRule rule,
            @Nullable Integer months,
            @Nullable LocalDate start,
            @Nullable LocalDate end,
            Warranty.Standing standing) {

        static Cover of(Warranty warranty, Warranty.Standing standing) {
            return new Cover(warranty.rule(), warranty.months(), warranty.start(), warranty.end(), standing);
        }
    }

    /**
     * What the list leaves out.
     *
     * @param parent code of what it is a part of
     * @param acceptance the customer's signed word, where there is one
     */
    record More(
            @Nullable Long siteId,
            @Nullable Long projectId,
            @Nullable Long deliverableId,
            @Nullable String deliverable,
            InstalledProductDetail.@Nullable Acceptance acceptance,
            @Nullable LocalDate acceptedOn,
            @Nullable LocalDate wentLiveOn,
            @Nullable LocalDate shippedOn,
            @Nullable LocalDate installedOn,
            @Nullable String parent,
            @Nullable String replaces,
            @Nullable String replacedBy,
            @Nullable LocalDate endedOn,
            @Nullable String endedBecause,
            @Nullable String notes,
            Instant changedAt) {

        static More of(InstalledProductDetail product) {
            var origin = product.origin();
            var delivered = origin == null ? null : origin.deliverable();
            return new More(
                    product.siteId(),
                    origin == null ? null : origin.projectId(),
                    delivered == null ? null : delivered.id(),
                    delivered == null ? null : delivered.name(),
                    origin == null ? null : origin.acceptance(),
                    product.acceptedOn(),
                    product.wentLiveOn(),
                    product.shippedOn(),
                    product.installedOn(),
                    codeOf(product.parent()),
                    codeOf(product.replaces()),
                    codeOf(product.replacedBy()),
                    product.endedOn(),
                    product.endedBecause(),
                    product.notes(),
                    product.changedAt());
        }

        private static @Nullable String codeOf(InstalledProductDetail.@Nullable Named product) {
            return product == null ? null : product.code();
        }
    }

    static InstalledProductJson of(InstalledProductRow row) {
        return new InstalledProductJson(
                row.code(),
                row.serial(),
                row.manufacturer(),
                row.model(),
                row.productVersion(),
                row.nameZh(),
                row.nameEn(),
                row.customerNumber(),
                row.site(),
                row.projectKey(),
                row.state(),
                Cover.of(row.warranty(), row.standing()),
                null,
                row.version());
    }

    static InstalledProductJson of(InstalledProductDetail product) {
        var origin = product.origin();
        return new InstalledProductJson(
                product.code(),
                product.serial(),
                product.manufacturer(),
                product.model(),
                product.productVersion(),
                product.nameZh(),
                product.nameEn(),
                product.customerNumber(),
                product.site(),
                origin == null ? null : origin.projectKey(),
                product.state(),
                Cover.of(product.warranty(), product.standing()),
                More.of(product),
                product.version());
    }
}
