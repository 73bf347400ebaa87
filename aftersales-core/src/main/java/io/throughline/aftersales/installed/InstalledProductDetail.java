package io.throughline.aftersales.installed;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An installed product with everything about it but its parts and tickets.
 *
 * @param manufacturer empty for our own
 * @param origin the deliverable, its acceptance and its project; null where it came from no project of ours
 * @param parent what it is a part of
 * @param replaces what stood in its place before
 * @param replacedBy what stands in its place now
 * @param standing of the warranty, today
 */
public record InstalledProductDetail(
        InstalledProductId id,
        int version,
        String code,
        String serial,
        String manufacturer,
        String model,
        @Nullable String productVersion,
        String nameZh,
        String nameEn,
        long customerId,
        String customerNumber,
        String customer,
        @Nullable Long siteId,
        @Nullable String site,
        @Nullable String siteAddress,
        @Nullable Origin origin,
        @Nullable Named parent,
        @Nullable Named replaces,
        @Nullable Named replacedBy,
        InstalledProductState state,
        @Nullable LocalDate endedOn,
        @Nullable String endedBecause,
        @Nullable LocalDate acceptedOn,
        @Nullable LocalDate wentLiveOn,
        @Nullable LocalDate shippedOn,
        @Nullable LocalDate installedOn,
        Warranty warranty,
        Warranty.Standing standing,
        @Nullable String notes,
        Instant changedAt) {

    public String name(Locale locale) {
        return ProductNames.of(nameZh, nameEn, locale);
    }

    public boolean isInUse() {
        return state == InstalledProductState.IN_USE;
    }

    /** Another product, as a link needs it. */
    public record Named(String code, String serial, String model) {}

    /**
     * What it was delivered as.
     *
     * @param opensProject whether the viewer may open the project
     * @param manager who led the project
     * @param deliverable null where only the project is known
     * @param owner who answered for the deliverable
     */
    public record Origin(
            long projectId,
            String projectKey,
            String project,
            boolean opensProject,
            @Nullable String manager,
            @Nullable Delivered deliverable,
            @Nullable String owner,
            @Nullable Acceptance acceptance) {}

    /** @param number within its project */
    public record Delivered(long id, int number, String name) {}

    /**
     * The customer's word by which it was accepted.
     *
     * @param conditional whether with conditions
     * @param hash fingerprint of what was signed
     */
    public record Acceptance(
            int round,
            boolean conditional,
            @Nullable String conditions,
            String signedName,
            Instant at,
            @Nullable String hash) {}
}
