/** Dashboards and the lists behind their numbers, read from the owners' measures. */
@NullMarked
@ApplicationModule(
        id = "web.insight",
        displayName = "Insights",
        allowedDependencies = {
            "foundation.model",
            "foundation.people",
            "foundation.customer",
            "foundation.kpi",
            "web.security",
            "web.shell",
            "web.rest"
        })
package io.throughline.web.insight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
