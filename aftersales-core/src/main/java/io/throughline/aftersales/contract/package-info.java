/** Service contracts: what we promised a customer for how long, what of it was used, and what covers a ticket. */
@NullMarked
@ApplicationModule(
        id = "aftersales.contract",
        displayName = "Service contract",
        allowedDependencies = {
            "foundation.model",
            "foundation.people",
            "foundation.customer",
            "foundation.setting",
            "foundation.activity",
            "foundation.notification",
            "foundation.job",
            "foundation.search",
            "aftersales.installed"
        })
package io.throughline.aftersales.contract;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
