/** Weeks of hours on pages and for programs: the own to fill in, those of others to decide about. */
@NullMarked
@ApplicationModule(
        id = "web.project.timesheet",
        displayName = "Timesheet pages",
        allowedDependencies = {
            "foundation.model",
            "foundation.people",
            "foundation.activity",
            "project.lifecycle",
            "project.timesheet",
            "web.activity",
            "web.export",
            "web.rest",
            "web.security",
            "web.shell"
        })
package io.throughline.web.project.timesheet;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
