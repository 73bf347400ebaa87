/** How the system is: version, database, disk, jobs, mail and sessions, for administrators. */
@NullMarked
@ApplicationModule(
        id = "web.admin.health",
        displayName = "Admin: health",
        allowedDependencies = {"foundation.people", "foundation.secret", "web.operation", "web.security", "web.shell"})
package io.throughline.web.admin.health;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
