/** Pages and REST of deliverables and their acceptance. */
@NullMarked
@ApplicationModule(
        id = "web.project.scope",
        displayName = "Scope pages",
        allowedDependencies = {
            "foundation.model",
            "foundation.people",
            "foundation.activity",
            "foundation.attachment",
            "project.lifecycle",
            "project.scope",
            "web.activity",
            "web.edit",
            "web.project",
            "web.rest",
            "web.security",
            "web.shell"
        })
package io.throughline.web.project.scope;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
