package io.throughline.foundation.kpi;

import java.time.LocalDate;
import java.time.ZoneId;

/**
 * What a measure is asked for.
 *
 * @param period cohort of the records (rule R4 of the catalogue)
 * @param today day up to which things count; what is due after it is not due yet (R2, R5)
 * @param zone report time zone
 * @param slice the part asked for; a measure that {@link KpiSource#isSliced} does not know answers for the whole
 */
public record KpiQuery(Period period, LocalDate today, ZoneId zone, KpiSlice slice) {

    public KpiQuery(Period period, LocalDate today, ZoneId zone) {
        this(period, today, zone, KpiSlice.NONE);
    }

    public KpiQuery of(KpiSlice wanted) {
        return new KpiQuery(period, today, zone, wanted);
    }
}
