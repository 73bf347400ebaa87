package io.throughline.aftersales.feedback;

import io.throughline.foundation.model.RuleViolation;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which complaints; what is null or empty does not filter. Withdrawn ones are never counted or listed.
 *
 * @param states any of them
 * @param open those not yet closed, or closed
 * @param from first month of the receipt, in the company's zone
 * @param until last month of the receipt
 * @param cause code; {@link #NONE} for those without
 * @param project key; {@link #NONE} for those without
 * @param customer number; {@link #NONE} for those without
 * @param inTime acknowledged within the limit of the house, or not
 * @param founded whether the complainant was right
 */
public record ComplaintFilter(
        Set<ComplaintState> states,
        @Nullable Boolean open,
        @Nullable YearMonth from,
        @Nullable YearMonth until,
        @Nullable String cause,
        @Nullable String project,
        @Nullable String customer,
        @Nullable Boolean inTime,
        @Nullable Boolean founded) {

    /** Stands for "without one" where a code is asked for. */
    public static final String NONE = "-";

    public ComplaintFilter {
        states = Set.copyOf(states);
    }

    public static ComplaintFilter all() {
        return new ComplaintFilter(Set.of(), null, null, null, null, null, null, null, null);
    }

    public static ComplaintFilter of(YearMonth from, YearMonth until) {
        return new ComplaintFilter(Set.of(), null, from, until, null, null, null, null, null);
    }

    /** Of an address, {@code 2026-11}. Throws {@link RuleViolation} for anything else. */
    public static @Nullable YearMonth month(@Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        try {
            return YearMonth.parse(typed);
        } catch (DateTimeException e) {
            throw new RuleViolation("aftersales.feedback.badMonth", typed).at("month");
        }
    }
}
