/**
 * How tickets find who works on them: rules of teams (in turn, by load, by skill), who is on duty, who takes none for the
 * moment, and what waits until somebody comes.
 */
@NullMarked
@ApplicationModule(
        id = "aftersales.assignment",
        displayName = "Assignment",
        allowedDependencies = {
            "foundation.model",
            "foundation.people",
            "foundation.calendar",
            "foundation.setting",
            "foundation.job",
            "aftersales.ticket"
        })
package io.throughline.aftersales.assignment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
