/** Surveys: the page behind a personal link, and what colleagues read, send and follow up. */
@NullMarked
@ApplicationModule(
        id = "web.aftersales.survey",
        displayName = "Surveys",
        allowedDependencies = {
            "foundation.customer",
            "foundation.model",
            "foundation.people",
            "aftersales.survey",
            "web.edit",
            "web.export",
            "web.rest",
            "web.shell",
            "web.security"
        })
package io.throughline.web.aftersales.survey;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
