/** What-if drafts of plans: their pages and REST, and the way into a draft for pages and calls that know plans. */
@NullMarked
@ApplicationModule(
        id = "web.project.draft",
        displayName = "Draft pages",
        allowedDependencies = {
            "foundation.job",
            "foundation.model",
            "foundation.people",
            "project.leveling",
            "project.lifecycle",
            "project.schedule",
            "web.project",
            "web.rest",
            "web.security",
            "web.shell"
        })
package io.throughline.web.project.draft;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
