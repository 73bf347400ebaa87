/** The plan: tasks in a tree, milestones, the links between them, and the baseline they are compared with. */
@NullMarked
@ApplicationModule(
        id = "project.schedule",
        displayName = "Schedule",
        allowedDependencies = {
            "foundation.model",
            "foundation.people",
            "foundation.search",
            "foundation.customer",
            "foundation.activity",
            "foundation.calendar",
            "foundation.kpi",
            "foundation.job",
            "project.lifecycle"
        })
package io.throughline.project.schedule;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
