package io.throughline.aftersales.feedback;

import io.throughline.aftersales.ticket.Level;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A complaint with all that was found and done.
 *
 * @param withdrawn whether its ticket was cancelled or merged into another complaint
 * @param acknowledgeBy limit of the house, as {@code closeBy}; the customer's promise is the ticket's clock
 * @param causedBy a colleague the complaint is about
 * @param founded null before the findings
 * @param causeZh name of the cause
 * @param refusals how often the complainant said no to a response
 * @param refusedBecause the last reason
 * @param outsideBody to whom the complainant went outside
 * @param handledMinutes working time from the receipt to the closure
 */
public record ComplaintDetail(
        int version,
        ComplaintState state,
        boolean withdrawn,
        Instant receivedAt,
        Instant acknowledgeBy,
        Instant closeBy,
        @Nullable Instant acknowledgedAt,
        @Nullable Level severity,
        @Nullable Level complexity,
        @Nullable Level impact,
        boolean safety,
        @Nullable String wanted,
        @Nullable Long causedById,
        @Nullable String causedBy,
        @Nullable Long investigatorId,
        @Nullable String investigator,
        @Nullable String findings,
        @Nullable Boolean founded,
        @Nullable String cause,
        @Nullable String causeZh,
        @Nullable String causeEn,
        @Nullable String response,
        @Nullable Remedy remedy,
        @Nullable String remedyReason,
        @Nullable BigDecimal amount,
        @Nullable String currency,
        @Nullable Long proposedById,
        @Nullable String proposedBy,
        @Nullable Long approvedById,
        @Nullable String approvedBy,
        @Nullable Instant communicatedAt,
        @Nullable Instant acceptedAt,
        int refusals,
        @Nullable String refusedBecause,
        @Nullable String outsideBody,
        @Nullable String outsideReference,
        @Nullable LocalDate outsideOn,
        @Nullable Instant closedAt,
        @Nullable Long handledMinutes,
        List<Step> steps) {

    public ComplaintDetail {
        steps = List.copyOf(steps);
    }

    /** Whether it was acknowledged in the time the house allows; null while that is not decided. */
    public @Nullable Boolean acknowledgedInTime(Instant now) {
        if (acknowledgedAt == null) {
            return now.isAfter(acknowledgeBy) ? Boolean.FALSE : null;
        }
        return !acknowledgedAt.isAfter(acknowledgeBy);
    }

    public @Nullable String causeName(Locale locale) {
        return causeZh == null || causeEn == null ? null : ComplaintCause.name(causeZh, causeEn, locale);
    }

    /** When a state was first reached; null when it never was. */
    public @Nullable Instant reached(ComplaintState wanted) {
        return steps.stream()
                .filter(step -> step.to() == wanted)
                .map(Step::at)
                .findFirst()
                .orElse(null);
    }

    /** A step of the course, oldest first. */
    public record Step(
            ComplaintStep step, ComplaintState to, @Nullable String note, Instant at, String by) {}
}
