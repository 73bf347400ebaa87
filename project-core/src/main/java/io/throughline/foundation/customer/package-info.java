/** Customers, their contacts and sites: the master record that the project side and the service side both refer to. */
@NullMarked
@ApplicationModule(
        id = "foundation.customer",
        displayName = "Customer",
        allowedDependencies = {
            "foundation.model",
            "foundation.people",
            "foundation.calendar",
            "foundation.setting",
            "foundation.search",
            "foundation.activity"
        })
package io.throughline.foundation.customer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
