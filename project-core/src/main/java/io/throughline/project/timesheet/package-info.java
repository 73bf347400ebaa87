/** What people really worked: hours by day and task, handed in by the week, approved, and corrected afterwards. */
@NullMarked
@ApplicationModule(
        id = "project.timesheet",
        displayName = "Timesheets",
        allowedDependencies = {
            "foundation.model",
            "foundation.people",
            "foundation.setting",
            "foundation.activity",
            "foundation.notification",
            "foundation.job",
            "foundation.kpi",
            "project.lifecycle",
            "project.resource"
        })
package io.throughline.project.timesheet;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
