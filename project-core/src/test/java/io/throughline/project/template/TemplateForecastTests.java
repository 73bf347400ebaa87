package io.throughline.project.template;

import static io.throughline.project.lifecycle.ProjectFixtures.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectAccess;
import io.throughline.project.lifecycle.ProjectFixtures;
import io.throughline.project.lifecycle.Projects;
import io.throughline.project.lifecycle.Visibility;
import io.throughline.project.resource.Assign;
import io.throughline.project.resource.Assignments;
import io.throughline.project.resource.Leave;
import io.throughline.project.resource.ResourceId;
import io.throughline.project.resource.ResourceKind;
import io.throughline.project.resource.Resources;
import io.throughline.project.resource.SaveResource;
import io.throughline.project.resource.TemplateStaffing;
import io.throughline.project.schedule.AddTask;
import io.throughline.project.schedule.ComputedPlans;
import io.throughline.project.schedule.TaskKind;
import io.throughline.project.schedule.Tasks;
import io.throughline.test.CoreTest;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** A week of design by one person, who is away for two days of it. */
@CoreTest
@Import(ProjectFixtures.class)
class TemplateForecastTests {

    @Autowired
    ProjectFixtures given;

    @Autowired
    ProjectTemplates templates;

    @Autowired
    ProjectTemplateQueries queries;

    @Autowired
    Projects projects;

    @Autowired
    Tasks tasks;

    @Autowired
    Resources resources;

    @Autowired
    Assignments assignments;

    @Autowired
    ComputedPlans computed;

    private Viewer pm;
    private Viewer coordinator;
    private ProjectAccess source;
    private ResourceId person;

    @BeforeEach
    void aWeekOfDesign() {
        pm = given.a(Role.PROJECT_MANAGER);
        coordinator = given.a(Role.RESOURCE_COORDINATOR);
        source = given.aProject(pm);
        tasks.add(
                pm,
                source.key(),
                new AddTask("设计", TaskKind.TASK, null, null, null, null, null, 2400L, null, null, null));
        person = resources.add(coordinator, SaveResource.named("李薇", ResourceKind.PERSON));
        assignments.add(pm, source.key(), 1, new Assign(person.value(), BigDecimal.ONE, null));
    }

    @Test
    void waitsForWhoIsOnLeaveThen() {
        var code = saved(TemplateStaffing.PEOPLE);
        resources.takeLeave(coordinator, person, new Leave(MONDAY.plusDays(8), MONDAY.plusDays(9), "年假"));

        assertThat(finish(code, MONDAY)).as("the week before").isEqualTo(MONDAY.plusDays(4));
        assertThat(finish(code, MONDAY.plusDays(7))).isEqualTo(MONDAY.plusDays(15));
        assertThat(finish(code, MONDAY)).isEqualTo(begun(code));
    }

    @Test
    void isWhatComesOutWhereSomebodyIsOnLeave() {
        var code = saved(TemplateStaffing.PEOPLE);
        resources.takeLeave(coordinator, person, new Leave(MONDAY.plusDays(1), MONDAY.plusDays(2), "年假"));

        assertThat(finish(code, MONDAY)).isEqualTo(MONDAY.plusDays(8)).isEqualTo(begun(code));
    }

    @Test
    void knowsNoLeaveOfPlacesYetToBeFilled() {
        var code = saved(TemplateStaffing.PLACES);
        resources.takeLeave(coordinator, person, new Leave(MONDAY.plusDays(1), MONDAY.plusDays(2), "年假"));

        assertThat(finish(code, MONDAY)).isEqualTo(MONDAY.plusDays(4)).isEqualTo(begun(code));
    }

    private LocalDate finish(String code, LocalDate start) {
        return queries.forecast(pm, code, start, null).finish();
    }

    private LocalDate begun(String code) {
        var project = projects.create(pm, ProjectFixtures.command("新项目", Visibility.INTERNAL, null, code));
        return computed.of(pm, project.key()).finish().toLocalDate();
    }

    private String saved(TemplateStaffing staffing) {
        return templates.save(
                pm, new SaveTemplate(source.key(), null, "设计", null, null, null, TemplateKind.OTHER, staffing, null));
    }
}
