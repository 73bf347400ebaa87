package io.throughline.project.template;

import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Viewer;
import io.throughline.foundation.setting.NumberSeries;
import io.throughline.project.lifecycle.ProjectAccess;
import io.throughline.project.resource.TemplateCrews;
import io.throughline.project.resource.TemplateStaffing;
import io.throughline.project.schedule.TemplatePlans;
import io.throughline.project.scope.TemplateDeliverables;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Makes all of a project that a template holds the template's. */
@Component
@RequiredArgsConstructor
class TemplateFilling {

    private static final String SERIES = "PT";

    private final TemplateCalendars calendars;
    private final TemplatePlans plans;
    private final TemplateCrews crews;
    private final TemplateDeliverables deliverables;
    private final NumberSeries numbers;

    /** A fresh one. */
    String code() {
        return "%s-%04d".formatted(SERIES, numbers.next(SERIES, 0));
    }

    /** @throws RuleViolation for a project without tasks, and for a plan that cannot be computed */
    void fill(
            Viewer viewer, ProjectAccess project, long template, TemplateStaffing staffing, boolean withDeliverables) {
        var owner = TemplateCalendars.template(template);
        var former = calendars.of(viewer, owner);
        var own = calendars.copy(viewer, TemplateCalendars.project(project.id()), owner);
        boolean people = staffing == TemplateStaffing.PEOPLE;
        var taken = plans.take(viewer, project, template, own, people);
        if (taken.positions().isEmpty()) {
            throw new RuleViolation("project.template.noTasks", project.key());
        }
        crews.take(viewer, project, template, staffing, taken.positions(), own);
        deliverables.take(viewer, project, template, withDeliverables, taken.days()::offset, people);
        calendars.remove(viewer, owner, former);
    }
}
