/** The course of a fault on its ticket, on screen and for programs. */
@NullMarked
@ApplicationModule(
        id = "web.aftersales.diagnosis",
        displayName = "Diagnosis pages",
        allowedDependencies = {
            "foundation.model",
            "foundation.people",
            "foundation.activity",
            "aftersales.diagnosis",
            "aftersales.ticket",
            "aftersales.sla",
            "aftersales.sla :: clock",
            "web.shell",
            "web.security",
            "web.rest"
        })
package io.throughline.web.aftersales.diagnosis;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
