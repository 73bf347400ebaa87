/** What the project owes: deliverables, their acceptance criteria, and the rounds of acceptance with the customer. */
@NullMarked
@ApplicationModule(
        id = "project.scope",
        displayName = "Scope",
        allowedDependencies = {
            "foundation.model",
            "foundation.people",
            "foundation.search",
            "foundation.activity",
            "foundation.notification",
            "project.lifecycle"
        })
package io.throughline.project.scope;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
