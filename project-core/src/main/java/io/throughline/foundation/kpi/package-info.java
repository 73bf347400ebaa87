/** The frame of all measures: features answer as {@code KpiSource}, so that the catalogue knows nobody. */
@NullMarked
@ApplicationModule(
        id = "foundation.kpi",
        displayName = "KPI",
        allowedDependencies = {
            "foundation.model",
            "foundation.people",
            "foundation.setting",
            "foundation.activity",
            "foundation.job"
        })
package io.throughline.foundation.kpi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
