package io.throughline.foundation.kpi;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How the records of a duration lie around their mean (R7), by linear interpolation (R8), in the unit of the measure.
 *
 * @param median half of the records are below it
 * @param ninety nine of ten are
 */
public record KpiSpread(BigDecimal median, BigDecimal ninety) {

    static @Nullable KpiSpread of(@Nullable BigDecimal median, @Nullable BigDecimal ninety) {
        return median == null || ninety == null ? null : new KpiSpread(median, ninety);
    }
}
