/** Pages and REST of simulations: how sure the finish of a plan is, and what drives it. */
@NullMarked
@ApplicationModule(
        id = "web.project.simulation",
        displayName = "Simulation pages",
        allowedDependencies = {
            "foundation.job",
            "foundation.model",
            "foundation.people",
            "project.lifecycle",
            "project.simulation",
            "web.project",
            "web.security",
            "web.shell"
        })
package io.throughline.web.project.simulation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
