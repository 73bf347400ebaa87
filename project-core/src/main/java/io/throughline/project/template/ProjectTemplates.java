package io.throughline.project.template;

import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.NotAllowed;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectQueries;
import io.throughline.project.lifecycle.ProjectTimeline;
import io.throughline.project.lifecycle.TemplateUses;
import io.throughline.project.resource.TemplateCrews;
import io.throughline.project.schedule.TemplatePlans;
import io.throughline.project.scope.TemplateDeliverables;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Saves projects as templates and keeps them: words, a plan taken anew, archived, copied, deleted. Everybody who leads
 * projects may use each; it is changed by who saved it, by managers and by administrators. Built-in ones can be hidden and
 * copied.
 */
@Service
@Transactional
@RequiredArgsConstructor
@Allow({Role.PROJECT_MANAGER, Role.MANAGER, Role.ADMIN})
public class ProjectTemplates {

    private static final int LONGEST_NAME = 120;

    private final ProjectTemplateRepository templates;
    private final ProjectQueries projects;
    private final TemplateCalendars calendars;
    private final TemplatePlans plans;
    private final TemplateCrews crews;
    private final TemplateDeliverables deliverables;
    private final TemplateFilling filling;
    private final ProjectTimeline timeline;
    private final TemplateUses uses;
    private final Clock clock;

    /**
     * Makes the plan of a project that the viewer leads a template, also of one that is over.
     *
     * @return the template's code
     * @throws RuleViolation at {@code nameZh} without a name, at {@code replaces} for a template that is none or built in,
     *     and for a plan that cannot be computed or has no tasks
     */
    @Allow({Role.PROJECT_MANAGER, Role.MANAGER})
    public String save(Viewer viewer, SaveTemplate command) {
        var project = projects.requirePlan(viewer, command.project());
        if (!project.manages()) {
            throw new NotAllowed("lead project " + project.key());
        }
        var template = command.isNew() ? fresh(command.words()) : replaced(viewer, command);
        template.take(project.id().value(), command.staffing(), viewer.personId(), clock.instant());
        long id = templates.saveAndFlush(template).requireId();
        filling.fill(viewer, project, id, command.staffing(), !Boolean.FALSE.equals(command.deliverables()));
        timeline.record(
                viewer,
                ProjectTimeline.subject(project.id()),
                "project.template.savedLine",
                Map.of("template", template.getCode()));
        return template.getCode();
    }

    private ProjectTemplate fresh(TemplateWords words) {
        return new ProjectTemplate(filling.code(), words);
    }

    private ProjectTemplate replaced(Viewer viewer, SaveTemplate command) {
        var code = Objects.requireNonNull(command.replaces());
        var template = templates.findByCode(code).orElseThrow(() -> new RuleViolation("project.lifecycle.noTemplate")
                .at("replaces"));
        requireMine(viewer, template);
        return template;
    }

    public void edit(Viewer viewer, String code, EditTemplate command) {
        var template = mine(viewer, code);
        template.requireVersion(command.version());
        template.describe(command.words());
        templates.saveAndFlush(template);
    }

    /** Words and whether it is offered, at once; words that stay as they are ask nothing of a built-in one. */
    public void change(Viewer viewer, String code, EditTemplate command, boolean active) {
        var template = require(code);
        requireKeeper(viewer, template);
        template.requireVersion(command.version());
        if (!template.words().equals(command.words())) {
            template.describe(command.words());
        }
        if (active) {
            template.restore();
        } else {
            template.archive();
        }
        templates.saveAndFlush(template);
    }

    /** Takes it out of the choices; projects begun from it keep it. */
    public void archive(Viewer viewer, String code) {
        var template = require(code);
        requireKeeper(viewer, template);
        template.archive();
        templates.saveAndFlush(template);
    }

    public void restore(Viewer viewer, String code) {
        var template = require(code);
        requireKeeper(viewer, template);
        template.restore();
        templates.saveAndFlush(template);
    }

    /**
     * A template of the viewer's own with the same plan.
     *
     * @return its code
     */
    @Allow({Role.PROJECT_MANAGER, Role.MANAGER})
    public String copy(Viewer viewer, String code) {
        var model = require(code);
        var words = model.words();
        var copy = fresh(new TemplateWords(
                copied(words.nameZh(), "（副本）"),
                copied(words.nameEn(), " (copy)"),
                words.descriptionZh(),
                words.descriptionEn(),
                words.kind()));
        copy.resemble(model);
        long from = model.requireId();
        long to = templates.saveAndFlush(copy).requireId();
        var own = calendars.copy(viewer, TemplateCalendars.template(from), TemplateCalendars.template(to));
        plans.copy(viewer, from, to, own);
        crews.copy(viewer, from, to, own);
        deliverables.copy(viewer, from, to);
        return copy.getCode();
    }

    private static @Nullable String copied(@Nullable String name, String mark) {
        if (name == null) {
            return null;
        }
        int most = LONGEST_NAME - mark.length();
        return (name.length() <= most ? name : name.substring(0, most)) + mark;
    }

    /** For good; refused while a project was begun from it, for that would no longer know its kin. */
    public void delete(Viewer viewer, String code) {
        var template = mine(viewer, code);
        var owner = TemplateCalendars.template(template.requireId());
        var own = calendars.of(viewer, owner);
        if (uses.any(template.requireId())) {
            throw new RuleViolation("project.template.used");
        }
        templates.delete(template);
        templates.flush();
        calendars.remove(viewer, owner, own);
    }

    private ProjectTemplate mine(Viewer viewer, String code) {
        var template = require(code);
        requireMine(viewer, template);
        return template;
    }

    private ProjectTemplate require(String code) {
        return templates.findByCode(code).orElseThrow(() -> new NotFound("template", code));
    }

    private static void requireMine(Viewer viewer, ProjectTemplate template) {
        template.refuseBuiltin();
        requireKeeper(viewer, template);
    }

    private static void requireKeeper(Viewer viewer, ProjectTemplate template) {
        if (!viewer.hasAny(Role.MANAGER, Role.ADMIN) && !template.isOf(viewer.personId())) {
            throw new NotAllowed("change template " + template.getCode());
        }
    }
}
