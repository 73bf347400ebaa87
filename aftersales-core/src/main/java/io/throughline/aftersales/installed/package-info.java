/** What was delivered and stands at the customers: serial numbers, versions, parts, warranty, and where each came from. */
@NullMarked
@ApplicationModule(
        id = "aftersales.installed",
        displayName = "Installed product",
        allowedDependencies = {
            "foundation.model",
            "foundation.people",
            "foundation.customer",
            "foundation.setting",
            "foundation.activity",
            "foundation.search",
            "project.lifecycle"
        })
package io.throughline.aftersales.installed;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
