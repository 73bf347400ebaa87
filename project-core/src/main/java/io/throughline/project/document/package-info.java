/** The register of a project's documents: managed files with versions and approval. */
@NullMarked
@ApplicationModule(
        id = "project.document",
        displayName = "Documents",
        allowedDependencies = {
            "foundation.model",
            "foundation.people",
            "foundation.activity",
            "foundation.attachment",
            "project.lifecycle"
        })
package io.throughline.project.document;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
