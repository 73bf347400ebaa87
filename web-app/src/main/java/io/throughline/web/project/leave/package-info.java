/** Leave on pages and for programs: the own to ask for, that of others to decide about. */
@NullMarked
@ApplicationModule(
        id = "web.project.leave",
        displayName = "Leave pages",
        allowedDependencies = {
            "foundation.model",
            "foundation.people",
            "foundation.activity",
            "project.leave",
            "web.activity",
            "web.rest",
            "web.security",
            "web.shell"
        })
package io.throughline.web.project.leave;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
