/** Project templates: their list and pages, saving a project as one, and their REST. */
@NullMarked
@ApplicationModule(
        id = "web.project.template",
        displayName = "Project template pages",
        allowedDependencies = {
            "foundation.model",
            "foundation.people",
            "project.lifecycle",
            "project.resource",
            "project.schedule",
            "project.scope",
            "project.template",
            "web.edit",
            "web.rest",
            "web.security",
            "web.shell"
        })
package io.throughline.web.project.template;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
