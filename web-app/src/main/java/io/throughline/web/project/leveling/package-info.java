/** Pages and REST of resource leveling: who has too much to do, proposals, applying them and taking them back. */
@NullMarked
@ApplicationModule(
        id = "web.project.leveling",
        displayName = "Leveling pages",
        allowedDependencies = {
            "foundation.job",
            "foundation.model",
            "foundation.people",
            "project.leveling",
            "project.lifecycle",
            "project.schedule",
            "web.project",
            "web.security",
            "web.shell"
        })
package io.throughline.web.project.leveling;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
