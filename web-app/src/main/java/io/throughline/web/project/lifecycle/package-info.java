/** Pages and REST of the project itself: list, overview, gates, team, closure. */
@NullMarked
@ApplicationModule(
        id = "web.project.lifecycle",
        displayName = "Project life cycle pages",
        allowedDependencies = {
            "foundation.model",
            "foundation.activity",
            "foundation.calendar",
            "foundation.people",
            "foundation.customer",
            "project.lifecycle",
            "project.schedule",
            "project.scope",
            "project.template",
            "project.timesheet",
            "web.activity",
            "web.edit",
            "web.project",
            "web.project.resource",
            "web.rest",
            "web.security",
            "web.shell",
            "web.export"
        })
package io.throughline.web.project.lifecycle;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
