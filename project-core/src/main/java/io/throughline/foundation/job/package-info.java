/** Long work with progress, cancel and result, and recurring tasks; both run once on any number of nodes. */
@NullMarked
@ApplicationModule(
        id = "foundation.job",
        displayName = "Job",
        allowedDependencies = {"foundation.activity", "foundation.model", "foundation.notification", "foundation.people"
        })
package io.throughline.foundation.job;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
