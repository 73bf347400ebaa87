/** People and machines on pages and for programs: the pool with its load, one resource, who works on a task. */
@NullMarked
@ApplicationModule(
        id = "web.project.resource",
        displayName = "Resource pages",
        allowedDependencies = {
            "foundation.model",
            "foundation.people",
            "foundation.calendar",
            "project.lifecycle",
            "project.schedule",
            "project.schedule :: network",
            "project.resource",
            "web.edit",
            "web.project",
            "web.rest",
            "web.security",
            "web.shell"
        })
package io.throughline.web.project.resource;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
