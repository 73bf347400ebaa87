/** The plan as a network diagram, and its critical path as a list. */
@NullMarked
@ApplicationModule(
        id = "web.project.network",
        displayName = "Network diagram pages",
        allowedDependencies = {
            "foundation.model",
            "foundation.people",
            "project.lifecycle",
            "project.schedule",
            "project.schedule :: diagram",
            "project.schedule :: network",
            "web.print",
            "web.project",
            "web.security",
            "web.shell"
        })
package io.throughline.web.project.network;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
