package io.throughline.project.template;

import io.throughline.foundation.model.NotFound;
import io.throughline.project.lifecycle.ProjectCreated;
import io.throughline.project.lifecycle.ProjectQueries;
import io.throughline.project.lifecycle.ProjectTeams;
import io.throughline.project.lifecycle.Projects;
import io.throughline.project.resource.TemplateCrews;
import io.throughline.project.schedule.TemplatePlans;
import io.throughline.project.scope.TemplateDeliverables;
import java.util.TreeSet;
import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Makes a project of a template when one is begun: calendars first, then who comes into the team (while there is nothing
 * yet that would have to be found by them), tasks and links, who works on them, the dates, the deliverables.
 */
@Component
@RequiredArgsConstructor
class TemplatePlanting {

    private final Projects projects;
    private final ProjectQueries queries;
    private final ProjectTeams teams;
    private final TemplateCalendars calendars;
    private final TemplatePlans plans;
    private final TemplateCrews crews;
    private final TemplateDeliverables deliverables;

    @EventListener
    void plant(ProjectCreated created) {
        var chosen = created.templateId();
        if (chosen == null) {
            return;
        }
        long template = chosen;
        var viewer = created.viewer();
        var id = created.projectId();
        var own = calendars.copy(viewer, TemplateCalendars.template(template), TemplateCalendars.project(id));
        plans.calendar(viewer, template)
                .ifPresent(calendar -> projects.keepHours(viewer, id, own.getOrDefault(calendar, calendar)));
        var access = queries.find(viewer, id).orElseThrow(() -> new NotFound("project", created.key()));
        var people = new TreeSet<>(plans.people(viewer, template));
        people.addAll(crews.people(viewer, template));
        people.forEach(user -> teams.admit(viewer, access, user));
        var planted = plans.plant(viewer, id, template, created.start(), created.finish(), own);
        crews.plant(viewer, id, template, planted.tasks(), own);
        plans.settle(viewer, id);
        deliverables.plant(viewer, id, template, planted.days()::day);
    }
}
