/** Problems on screen and for programs: the list, one of them, the causes behind faults, and what is offered on tickets. */
@NullMarked
@ApplicationModule(
        id = "web.aftersales.problem",
        displayName = "Problem pages",
        allowedDependencies = {
            "foundation.model",
            "foundation.people",
            "foundation.activity",
            "aftersales.problem",
            "aftersales.diagnosis",
            "aftersales.knowledge",
            "aftersales.ticket",
            "web.activity",
            "web.edit",
            "web.shell",
            "web.security",
            "web.rest"
        })
package io.throughline.web.aftersales.problem;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
