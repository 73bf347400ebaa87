/** Installed products on screen and for programs: the list, one product with its origin, parts, tickets and label. */
@NullMarked
@ApplicationModule(
        id = "web.aftersales.installed",
        displayName = "Installed product pages",
        allowedDependencies = {
            "foundation.model",
            "foundation.people",
            "foundation.customer",
            "foundation.search",
            "aftersales.installed",
            "aftersales.ticket",
            "web.edit",
            "web.shell",
            "web.security",
            "web.rest"
        })
package io.throughline.web.aftersales.installed;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
