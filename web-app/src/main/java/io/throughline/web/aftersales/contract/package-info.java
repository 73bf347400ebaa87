/** Service contracts on screen and for programs: the list, one contract with its cover and use, its form and its course. */
@NullMarked
@ApplicationModule(
        id = "web.aftersales.contract",
        displayName = "Contract pages",
        allowedDependencies = {
            "foundation.model",
            "foundation.people",
            "foundation.customer",
            "foundation.search",
            "aftersales.contract",
            "aftersales.installed",
            "aftersales.ticket",
            "web.edit",
            "web.shell",
            "web.security",
            "web.rest"
        })
package io.throughline.web.aftersales.contract;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
