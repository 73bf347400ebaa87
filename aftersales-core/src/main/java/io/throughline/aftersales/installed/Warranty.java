package io.throughline.aftersales.installed;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * From when to when a product is under warranty.
 *
 * <p>Counted as the Civil Code of China counts a term in months (articles 201 and 202): the first day does not count, and
 * the term ends with the day of the last month that has the same number, or where there is none, with its last day.
 * Worked examples: 12 months from 2026-03-01 last until 2027-03-01; 1 month from 2026-01-31 until 2026-02-28.
 *
 * @param rule null where nothing was agreed
 * @param months null where nothing was agreed
 * @param start the day by which the rule goes; null while it is not known
 * @param end the last day; null while the start is not known
 */
public record Warranty(
        @Nullable WarrantyRule rule,
        @Nullable Integer months,
        @Nullable LocalDate start,
        @Nullable LocalDate end) {

    /** How far it has come on a day. */
    public enum Standing {
        /** Nothing was agreed. */
        NONE,
        /** Agreed, but the day from which it runs is not known yet. */
        OPEN,
        AHEAD,
        RUNNING,
        OVER
    }

    static Warranty none() {
        return new Warranty(null, null, null, null);
    }

    /** @param start the day by which the rule goes, as far as it is known */
    static Warranty of(WarrantyRule rule, int months, @Nullable LocalDate start) {
        return new Warranty(rule, months, start, start == null ? null : start.plusMonths(months));
    }

    public Standing on(LocalDate day) {
        if (rule == null) {
            return Standing.NONE;
        }
        if (start == null || end == null) {
            return Standing.OPEN;
        }
        if (day.isBefore(start)) {
            return Standing.AHEAD;
        }
        return day.isAfter(end) ? Standing.OVER : Standing.RUNNING;
    }
}
