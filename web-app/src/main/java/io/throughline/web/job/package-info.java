/** Long work on its pages: how far it is, what came of it, and stopping it. */
@NullMarked
@ApplicationModule(
        id = "web.job",
        displayName = "Jobs",
        allowedDependencies = {"foundation.job", "foundation.model", "foundation.people", "web.security", "web.shell"})
package io.throughline.web.job;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
