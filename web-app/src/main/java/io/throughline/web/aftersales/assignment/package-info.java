/** Who works on which ticket: rules of teams, who is on duty, what a rule would choose, and the REST resources beside them. */
@NullMarked
@ApplicationModule(
        id = "web.aftersales.assignment",
        displayName = "Assignment pages",
        allowedDependencies = {
            "foundation.model",
            "foundation.people",
            "foundation.calendar",
            "aftersales.assignment",
            "aftersales.ticket",
            "web.aftersales.ticket",
            "web.edit",
            "web.rest",
            "web.security",
            "web.shell"
        })
package io.throughline.web.aftersales.assignment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
