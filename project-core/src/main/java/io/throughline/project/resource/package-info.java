/** People, equipment and material that work needs, and how much of them each task takes. */
@NullMarked
@ApplicationModule(
        id = "project.resource",
        displayName = "Resources",
        allowedDependencies = {
            "foundation.model",
            "foundation.people",
            "foundation.setting",
            "foundation.activity",
            "foundation.calendar",
            "project.lifecycle",
            "project.schedule",
            "project.schedule :: leveling",
            "project.schedule :: network",
            "project.schedule :: planfile"
        })
package io.throughline.project.resource;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
