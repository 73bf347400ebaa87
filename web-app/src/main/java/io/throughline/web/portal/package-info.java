/** The customer portal: what a contact asks, reads, confirms and rates. It knows only modules that are safe for customers. */
@NullMarked
@ApplicationModule(
        id = "web.portal",
        displayName = "Customer portal",
        allowedDependencies = {
            "foundation.model",
            "foundation.notification",
            "foundation.people",
            "foundation.activity",
            "foundation.attachment",
            "aftersales.ticket",
            "aftersales.feedback",
            "aftersales.diagnosis",
            "aftersales.installed",
            "aftersales.knowledge",
            "aftersales.survey",
            "web.aftersales.ticket",
            "web.shell",
            "web.security"
        })
package io.throughline.web.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
