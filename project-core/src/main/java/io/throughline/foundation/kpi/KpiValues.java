package io.throughline.foundation.kpi;

/**
 * A measure in a period and in the period before.
 *
 * @param previous without value where the measure knows only the present
 */
public record KpiValues(KpiValue now, KpiValue previous) {

    /** Of work at hand, which has no period. */
    public static KpiValues atPresent(KpiValue value) {
        return new KpiValues(value, KpiValue.NONE);
    }
}
