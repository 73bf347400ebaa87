/** Complaints on screen and for programs: the course of one, the list, how they develop, and the causes they are counted by. */
@NullMarked
@ApplicationModule(
        id = "web.aftersales.feedback",
        displayName = "Complaint pages",
        allowedDependencies = {
            "foundation.kpi",
            "foundation.model",
            "foundation.people",
            "foundation.activity",
            "aftersales.feedback",
            "aftersales.ticket",
            "aftersales.sla",
            "aftersales.sla :: clock",
            "web.shell",
            "web.security",
            "web.rest"
        })
package io.throughline.web.aftersales.feedback;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
