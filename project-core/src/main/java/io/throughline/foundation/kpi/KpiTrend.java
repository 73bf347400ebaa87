package io.throughline.foundation.kpi;

import java.util.List;

/**
 * A measure month by month.
 *
 * @param months the oldest first, each one present
 */
public record KpiTrend(String id, KpiSource.KpiUnit unit, List<KpiMonth> months) {

    public KpiTrend {
        months = List.copyOf(months);
    }
}
