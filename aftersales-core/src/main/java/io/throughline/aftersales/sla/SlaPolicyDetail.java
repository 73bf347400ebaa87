package io.throughline.aftersales.sla;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A policy with its history.
 *
 * @param version to hand back with a change
 * @param draft terms not yet published; null where there are none
 * @param number of the published version; 0 before the first publication
 * @param published the terms that hold; null before the first publication
 */
public record SlaPolicyDetail(
        SlaPolicyId id,
        int version,
        String nameZh,
        String nameEn,
        int position,
        @Nullable SlaTerms draft,
        int number,
        @Nullable SlaTerms published,
        @Nullable Instant retiredAt,
        List<PastVersion> versions) {

    /** What a form starts from: the draft, or what holds. */
    public SlaTerms latest() {
        var terms = draft == null ? published : draft;
        if (terms == null) {
            throw new IllegalStateException("a policy has a draft or a version: " + id);
        }
        return terms;
    }

    /** One published version, newest first in lists. */
    public record PastVersion(int number, Instant validFrom, String by, SlaTerms terms) {}
}
