/** Who works here and who is looking: users, roles, teams, the viewer of every call, and the check of roles at every service. */
@NullMarked
@ApplicationModule(
        id = "foundation.people",
        displayName = "People",
        allowedDependencies = {"foundation.model"})
package io.throughline.foundation.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
