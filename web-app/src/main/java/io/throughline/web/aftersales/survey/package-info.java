/** The public survey page behind a personal link. */
@NullMarked
@ApplicationModule(
        id = "web.aftersales.survey",
        displayName = "Survey page",
        allowedDependencies = {"foundation.model", "foundation.people", "aftersales.survey", "web.shell", "web.security"
        })
package io.throughline.web.aftersales.survey;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
