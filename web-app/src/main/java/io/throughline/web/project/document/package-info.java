/** The document register of a project. */
@NullMarked
@ApplicationModule(
        id = "web.project.document",
        displayName = "Document pages",
        allowedDependencies = {
            "foundation.model",
            "foundation.people",
            "foundation.attachment",
            "project.lifecycle",
            "project.document",
            "web.project",
            "web.security",
            "web.shell"
        })
package io.throughline.web.project.document;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
