/** Surveys: how satisfied customers are, asked in the portal or by a personal link, and who calls when they are not. */
@NullMarked
@ApplicationModule(
        id = "aftersales.survey",
        displayName = "Survey",
        allowedDependencies = {
            "foundation.customer",
            "foundation.job",
            "foundation.kpi",
            "foundation.model",
            "foundation.notification",
            "foundation.people",
            "foundation.setting",
            "aftersales.mail",
            "aftersales.ticket"
        })
package io.throughline.aftersales.survey;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
