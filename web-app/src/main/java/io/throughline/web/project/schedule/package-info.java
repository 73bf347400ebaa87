/** Pages and REST of the plan: tree, tasks, milestones. */
@NullMarked
@ApplicationModule(
        id = "web.project.schedule",
        displayName = "Schedule pages",
        allowedDependencies = {
            "foundation.model",
            "foundation.people",
            "foundation.activity",
            "foundation.calendar",
            "project.lifecycle",
            "project.schedule",
            "project.schedule :: network",
            "project.timesheet",
            "web.activity",
            "web.edit",
            "web.print",
            "web.project",
            "web.project.resource",
            "web.rest",
            "web.security",
            "web.shell"
        })
package io.throughline.web.project.schedule;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
