/** The first page of the day: what is owed, over both sides of the line. */
@NullMarked
@ApplicationModule(
        id = "web.home",
        displayName = "Home",
        allowedDependencies = {
            "foundation.model",
            "foundation.people",
            "project.leave",
            "project.lifecycle",
            "project.schedule",
            "project.timesheet",
            "aftersales.ticket",
            "web.export",
            "web.security",
            "web.shell"
        })
package io.throughline.web.home;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
