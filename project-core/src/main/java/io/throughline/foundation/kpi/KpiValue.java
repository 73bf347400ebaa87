package io.throughline.foundation.kpi;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * A computed number with what it was computed from.
 *
 * @param value null for "no value": nothing to divide by (R3); shares are 0–100, durations in the unit of the measure
 * @param met how many records count for the numerator; for a plain count the count itself
 * @param n how many records stand behind it (the denominator's list)
 * @param spread of a duration; null for others and without records
 */
public record KpiValue(
        @Nullable BigDecimal value,
        long met,
        long n,
        @Nullable KpiSpread spread) {

    public KpiValue(@Nullable BigDecimal value, long met, long n) {
        this(value, met, n, null);
    }

    static final KpiValue NONE = new KpiValue(null, 0, 0);

    private static final int SCALE = 6;

    /** {@code met ÷ n} in per cent. */
    public static KpiValue share(long met, long n) {
        var value = n == 0
                ? null
                : BigDecimal.valueOf(met)
                        .multiply(BigDecimal.valueOf(100))
                        .divide(BigDecimal.valueOf(n), SCALE, RoundingMode.HALF_UP);
        return new KpiValue(value, met, n);
    }

    /** @param mean as the database gave it; null for none */
    static KpiValue mean(@Nullable BigDecimal mean, long met, long n) {
        return new KpiValue(mean == null ? null : mean.setScale(SCALE, RoundingMode.HALF_UP), met, n);
    }

    KpiValue with(@Nullable KpiSpread found) {
        return new KpiValue(value, met, n, found);
    }

    public static KpiValue count(long n) {
        return new KpiValue(BigDecimal.valueOf(n), n, n);
    }
}
