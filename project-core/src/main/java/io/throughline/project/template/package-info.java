/** Project templates: plans saved from projects with days counted from the start, and projects begun from them. */
@NullMarked
@ApplicationModule(
        id = "project.template",
        displayName = "Project templates",
        allowedDependencies = {
            "foundation.model",
            "foundation.people",
            "foundation.activity",
            "foundation.calendar",
            "foundation.setting",
            "project.lifecycle",
            "project.schedule",
            "project.scope",
            "project.resource"
        })
package io.throughline.project.template;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
