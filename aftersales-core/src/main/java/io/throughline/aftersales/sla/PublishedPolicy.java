package io.throughline.aftersales.sla;

import java.time.Instant;

/**
 * The version of a policy that holds.
 *
 * @param version id of the version, which never changes
 * @param number of the version, from 1
 * @param validFrom since when that version holds
 * @param position its place among policies of the same basis, lowest first
 */
public record PublishedPolicy(
        SlaPolicyId policy,
        long version,
        int number,
        Instant validFrom,
        String nameZh,
        String nameEn,
        int position,
        SlaTerms terms) {}
