/** Promised times: policies, the clocks they start on tickets, what is due next and what was broken. */
@NullMarked
@ApplicationModule(
        id = "aftersales.sla",
        displayName = "SLA",
        allowedDependencies = {
            "foundation.kpi",
            "foundation.model",
            "foundation.people",
            "foundation.customer",
            "foundation.calendar",
            "foundation.activity",
            "foundation.job",
            "foundation.setting",
            "foundation.notification",
            "aftersales.ticket"
        })
package io.throughline.aftersales.sla;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
