/** The project itself: key, people, promised dates, phases, the gates between them and its health. */
@NullMarked
@ApplicationModule(
        id = "project.lifecycle",
        displayName = "Project life cycle",
        allowedDependencies = {
            "foundation.model",
            "foundation.calendar",
            "foundation.people",
            "foundation.setting",
            "foundation.search",
            "foundation.customer",
            "foundation.activity",
            "foundation.kpi"
        })
package io.throughline.project.lifecycle;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
