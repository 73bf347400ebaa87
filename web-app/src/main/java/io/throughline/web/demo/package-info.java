/** The demo company, loaded and removed whole, and the load generator for sizing; nothing else knows either. */
@NullMarked
@ApplicationModule(
        id = "web.demo",
        displayName = "Demo",
        allowedDependencies = {
            "aftersales.diagnosis",
            "aftersales.problem",
            "aftersales.contract",
            "aftersales.feedback",
            "aftersales.installed",
            "aftersales.sla",
            "foundation.activity",
            "foundation.calendar",
            "foundation.model",
            "foundation.people",
            "foundation.search",
            "project.lifecycle",
            "project.resource",
            "project.schedule",
            "project.template",
            "web.database",
            "web.security",
            "web.shell"
        })
package io.throughline.web.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
