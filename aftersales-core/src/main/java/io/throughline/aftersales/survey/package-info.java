/** Surveys: how satisfied customers are, asked once per occasion, answered in the portal or by a personal link. */
@NullMarked
@ApplicationModule(
        id = "aftersales.survey",
        displayName = "Survey",
        allowedDependencies = {"foundation.kpi", "foundation.model", "foundation.people", "aftersales.ticket"})
package io.throughline.aftersales.survey;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
