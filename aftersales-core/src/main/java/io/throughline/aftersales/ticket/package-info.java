/** Tickets: what customers ask, from the first word to the closure, with the whole conversation and its history. */
@NullMarked
@ApplicationModule(
        id = "aftersales.ticket",
        displayName = "Ticket",
        allowedDependencies = {
            "foundation.model",
            "foundation.people",
            "foundation.customer",
            "foundation.setting",
            "foundation.kpi",
            "foundation.activity",
            "foundation.attachment",
            "foundation.notification",
            "foundation.job",
            "foundation.search",
            "aftersales.installed",
            "project.lifecycle"
        })
package io.throughline.aftersales.ticket;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
