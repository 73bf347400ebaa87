package io.throughline.aftersales.sla;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A policy in the list, in the order in which policies are asked.
 *
 * @param number of the published version; 0 before the first
 * @param drafted whether terms wait for publication
 */
public record SlaPolicyRow(
        SlaPolicyId id,
        String nameZh,
        String nameEn,
        int position,
        int number,
        boolean drafted,
        @Nullable Instant retiredAt,
        SlaTerms terms) {

    public String name(Locale locale) {
        return locale.getLanguage().equals(Locale.CHINESE.getLanguage()) ? nameZh : nameEn;
    }

    /** Whether it holds now. */
    public boolean isInForce() {
        return number > 0 && retiredAt == null;
    }
}
