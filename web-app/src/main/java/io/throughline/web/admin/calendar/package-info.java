/** Working calendars for administrators and programs: weeks, special days, imports, and the bench that explains a due time. */
@NullMarked
@ApplicationModule(
        id = "web.admin.calendar",
        displayName = "Admin: working calendars",
        allowedDependencies = {
            "foundation.calendar",
            "foundation.model",
            "foundation.people",
            "web.edit",
            "web.rest",
            "web.security",
            "web.shell"
        })
package io.throughline.web.admin.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
