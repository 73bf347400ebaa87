package io.throughline.aftersales.feedback;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A line of the list of complaints.
 *
 * @param number of its ticket
 * @param inTime whether it was acknowledged within the limit of the house; null while that is not decided
 * @param consented whether the complainant accepted the response
 */
public record ComplaintRow(
        long id,
        String number,
        String subject,
        ComplaintState state,
        @Nullable String customer,
        @Nullable String project,
        @Nullable String causeZh,
        @Nullable String causeEn,
        @Nullable Boolean founded,
        @Nullable Remedy remedy,
        @Nullable String investigator,
        Instant receivedAt,
        @Nullable Instant acknowledgedAt,
        @Nullable Boolean inTime,
        @Nullable Instant closedAt,
        boolean consented,
        @Nullable Long handledMinutes) {

    public @Nullable String causeName(Locale locale) {
        return causeZh == null || causeEn == null ? null : ComplaintCause.name(causeZh, causeEn, locale);
    }
}
