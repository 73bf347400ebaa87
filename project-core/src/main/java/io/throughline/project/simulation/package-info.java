/** How sure a plan's finish is: simulations of the whole plan as jobs, and the last result of each project. */
@NullMarked
@ApplicationModule(
        id = "project.simulation",
        displayName = "Simulation",
        allowedDependencies = {
            "foundation.job",
            "foundation.model",
            "foundation.people",
            "project.lifecycle",
            "project.schedule",
            "project.schedule :: network",
            "project.schedule :: simulation"
        })
package io.throughline.project.simulation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
