/** Plans in which nobody has too much to do: proposals found as jobs, looked at, applied, taken back. */
@NullMarked
@ApplicationModule(
        id = "project.leveling",
        displayName = "Leveling",
        allowedDependencies = {
            "foundation.calendar",
            "foundation.job",
            "foundation.model",
            "foundation.people",
            "project.lifecycle",
            "project.resource",
            "project.schedule",
            "project.schedule :: leveling",
            "project.schedule :: network"
        })
package io.throughline.project.leveling;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
