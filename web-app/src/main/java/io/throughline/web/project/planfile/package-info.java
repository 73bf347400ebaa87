/** Projects from plan files: upload, look at the dry run, import; and the same by REST. */
@NullMarked
@ApplicationModule(
        id = "web.project.planfile",
        displayName = "Plan file pages",
        allowedDependencies = {
            "foundation.model",
            "foundation.people",
            "foundation.customer",
            "foundation.job",
            "project.lifecycle",
            "project.schedule",
            "project.schedule :: planfile",
            "web.export",
            "web.project",
            "web.rest",
            "web.security",
            "web.shell"
        })
package io.throughline.web.project.planfile;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
