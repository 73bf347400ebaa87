/** What a customer sees of own projects: milestones, and deliverables to accept or send back. */
@NullMarked
@ApplicationModule(
        id = "web.portal.project",
        displayName = "Portal projects",
        allowedDependencies = {
            "foundation.model",
            "foundation.people",
            "foundation.activity",
            "foundation.attachment",
            "project.lifecycle",
            "project.schedule",
            "project.scope",
            "web.security",
            "web.shell"
        })
package io.throughline.web.portal.project;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
