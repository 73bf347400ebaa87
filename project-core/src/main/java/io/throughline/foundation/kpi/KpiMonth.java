package io.throughline.foundation.kpi;

import java.time.YearMonth;

/** A measure in one month. */
public record KpiMonth(YearMonth month, KpiValue value) {}
