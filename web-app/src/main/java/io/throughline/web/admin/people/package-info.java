/** Who works here, for administrators: users, roles and what they open, teams. */
@NullMarked
@ApplicationModule(
        id = "web.admin.people",
        displayName = "Admin: people",
        allowedDependencies = {
            "foundation.model",
            "foundation.people",
            "web.edit",
            "web.rest",
            "web.security",
            "web.shell"
        })
package io.throughline.web.admin.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
