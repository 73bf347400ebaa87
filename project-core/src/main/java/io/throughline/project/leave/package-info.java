/** Leave that people ask for: who else is away and what work it meets is shown to who decides; agreed, plans count it. */
@NullMarked
@ApplicationModule(
        id = "project.leave",
        displayName = "Leave",
        allowedDependencies = {
            "foundation.model",
            "foundation.people",
            "foundation.activity",
            "foundation.notification",
            "project.lifecycle",
            "project.resource"
        })
package io.throughline.project.leave;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
