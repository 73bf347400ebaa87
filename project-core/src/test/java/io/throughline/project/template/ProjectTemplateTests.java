package io.throughline.project.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.NotAllowed;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.CreateProject;
import io.throughline.project.lifecycle.ProjectAccess;
import io.throughline.project.lifecycle.ProjectDetail.BegunFrom;
import io.throughline.project.lifecycle.ProjectFilter;
import io.throughline.project.lifecycle.ProjectFixtures;
import io.throughline.project.lifecycle.ProjectListQueries;
import io.throughline.project.lifecycle.ProjectQueries;
import io.throughline.project.lifecycle.Projects;
import io.throughline.project.lifecycle.Visibility;
import io.throughline.project.resource.Assign;
import io.throughline.project.resource.AssignmentQueries;
import io.throughline.project.resource.AssignmentRow;
import io.throughline.project.resource.Assignments;
import io.throughline.project.resource.ResourceKind;
import io.throughline.project.resource.Resources;
import io.throughline.project.resource.SaveResource;
import io.throughline.project.resource.SkillLevel;
import io.throughline.project.resource.TemplateStaffing;
import io.throughline.project.schedule.AddTask;
import io.throughline.project.schedule.TaskQueries;
import io.throughline.project.schedule.TaskRow;
import io.throughline.project.schedule.Tasks;
import io.throughline.project.scope.DeliverableQueries;
import io.throughline.project.scope.Deliverables;
import io.throughline.project.scope.SaveDeliverable;
import io.throughline.test.CoreTest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@CoreTest
@Import(ProjectFixtures.class)
class ProjectTemplateTests {

    @Autowired
    ProjectFixtures given;

    @Autowired
    ProjectTemplates templates;

    @Autowired
    ProjectTemplateQueries queries;

    @Autowired
    Projects projects;

    @Autowired
    ProjectQueries projectQueries;

    @Autowired
    ProjectListQueries lists;

    @Autowired
    Tasks tasks;

    @Autowired
    TaskQueries plan;

    @Autowired
    Resources resources;

    @Autowired
    Assignments assignments;

    @Autowired
    AssignmentQueries crews;

    @Autowired
    Deliverables deliverables;

    @Autowired
    DeliverableQueries deliverableQueries;

    @Autowired
    JdbcClient jdbc;

    private Viewer pm;
    private ProjectAccess source;

    @BeforeEach
    void aProjectWithATask() {
        pm = given.a(Role.PROJECT_MANAGER);
        source = given.aProject(pm);
        tasks.add(pm, source.key(), AddTask.named("设计"));
        tasks.add(pm, source.key(), AddTask.named("安装"));
    }

    @Test
    void aProjectRemembersItsTemplateAndItsVersion() {
        var code = save(TemplateStaffing.NONE);

        var first = begin(code);
        tasks.add(pm, source.key(), AddTask.named("试运行"));
        templates.save(pm, replacing(code));
        var second = begin(code);

        assertThat(projectQueries.detail(pm, first.key()).begunFrom())
                .returns(code, BegunFrom::code)
                .returns(1, BegunFrom::revision)
                .returns(2, BegunFrom::current);
        assertThat(names(first)).containsExactly("设计", "安装");
        assertThat(names(second)).containsExactly("设计", "安装", "试运行");
        assertThat(queries.require(pm, code).projects()).isEqualTo(2);
        var begun = new ProjectFilter(
                null, Set.of(), Set.of(), Set.of(), null, null, queries.id(pm, code), false, ProjectFilter.Sort.KEY);
        assertThat(lists.count(pm, begun)).isEqualTo(2);
    }

    @Test
    void countsOnlyProjectsTheReaderMaySee() {
        var code = save(TemplateStaffing.NONE);
        projects.create(pm, ProjectFixtures.command("密", Visibility.PRIVATE, null, code));

        assertThat(queries.require(pm, code).projects()).isEqualTo(1);
        assertThat(queries.require(given.a(Role.PROJECT_MANAGER), code).projects())
                .isZero();
    }

    @Test
    void isSavedOnlyByWhoLeadsTheProject() {
        assertThatThrownBy(() -> templates.save(given.a(Role.PROJECT_MANAGER), command(TemplateStaffing.NONE)))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> templates.save(given.a(Role.PROJECT_MEMBER), command(TemplateStaffing.NONE)))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    void isSavedOfAProjectThatIsOver() {
        projects.cancel(given.a(Role.MANAGER), source.key());

        assertThat(names(begin(save(TemplateStaffing.NONE)))).containsExactly("设计", "安装");
    }

    @Test
    void needsANameInOneLanguageAndATask() {
        var nameless = new SaveTemplate(
                source.key(), null, " ", null, null, null, TemplateKind.OTHER, TemplateStaffing.NONE, null);
        assertThatThrownBy(() -> templates.save(pm, nameless))
                .isInstanceOfSatisfying(
                        RuleViolation.class, e -> assertThat(e.key()).isEqualTo("project.template.nameNeeded"));
        var empty = given.aProject(pm).key();
        assertThatThrownBy(() -> templates.save(
                        pm,
                        new SaveTemplate(
                                empty, null, "空", null, null, null, TemplateKind.OTHER, TemplateStaffing.NONE, null)))
                .isInstanceOfSatisfying(
                        RuleViolation.class, e -> assertThat(e.key()).isEqualTo("project.template.noTasks"));
    }

    @Test
    void isChangedByItsOwnerManagersAndAdministratorsAlone() {
        var code = save(TemplateStaffing.NONE);
        var words = new EditTemplate("标准", "Standard", null, null, TemplateKind.SERVICE, null);

        var other = given.a(Role.PROJECT_MANAGER);
        assertThatThrownBy(() -> templates.edit(other, code, words)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> templates.archive(other, code)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> templates.delete(other, code)).isInstanceOf(NotAllowed.class);
        assertThat(queries.require(other, code).keeper()).isFalse();

        templates.edit(given.a(Role.ADMIN), code, words);
        templates.archive(given.a(Role.MANAGER), code);
        assertThat(queries.require(pm, code).name()).isEqualTo("标准");
        assertThat(queries.require(pm, code).active()).isFalse();
    }

    @Test
    void aBuiltInOneIsHiddenAndCopiedButNotChanged() {
        var manager = given.a(Role.MANAGER);
        var words = new EditTemplate("我的", null, null, null, TemplateKind.OTHER, null);
        assertThatThrownBy(() -> templates.edit(manager, "equipment-delivery", words))
                .isInstanceOf(RuleViolation.class);
        assertThatThrownBy(() -> templates.delete(manager, "equipment-delivery"))
                .isInstanceOf(RuleViolation.class);
        assertThatThrownBy(() -> templates.save(pm, replacing("equipment-delivery")))
                .isInstanceOf(RuleViolation.class);

        var copy = templates.copy(pm, "equipment-delivery");
        templates.edit(pm, copy, words);
        assertThat(queries.detail(pm, copy).outline())
                .isEqualTo(queries.detail(pm, "equipment-delivery").outline());
        assertThat(names(begin(copy))).isEqualTo(names(begin("equipment-delivery")));

        templates.archive(manager, "equipment-delivery");
        assertThatThrownBy(() -> begin("equipment-delivery")).isInstanceOf(RuleViolation.class);
    }

    @Test
    void isDeletedOnlyWhileNoProjectWasBegunFromIt() {
        var code = save(TemplateStaffing.PLACES);
        begin(code);
        assertThatThrownBy(() -> templates.delete(pm, code)).isInstanceOf(RuleViolation.class);

        var unused = save(TemplateStaffing.PLACES);
        templates.delete(pm, unused);
        assertThatThrownBy(() -> queries.require(pm, unused)).isInstanceOf(NotFound.class);
    }

    @Test
    void leavesOutWhatWasCancelled() {
        jdbc.sql("update project.task set status = 'CANCELLED' where project_id = ? and number = 2")
                .param(source.id().value())
                .update();

        assertThat(names(begin(save(TemplateStaffing.NONE)))).containsExactly("设计");
    }

    @Test
    void putsThePeopleThemselvesOnTheTasksAndIntoTheTeam() {
        var colleague = given.a(Role.PROJECT_MEMBER);
        assign(aResource(colleague, "赵六", List.of(new SkillLevel("焊接", 4))), "0.5");

        var copy = begin(save(TemplateStaffing.PEOPLE));

        assertThat(crew(copy)).singleElement().satisfies(row -> {
            assertThat(row.name()).isEqualTo("赵六");
            assertThat(row.units()).isEqualByComparingTo("0.5");
        });
        assertThat(plan.require(pm, copy.key(), 1).assigneeId())
                .isEqualTo(colleague.id().value());
        assertThat(projectQueries.members(pm, copy))
                .extracting(row -> row.userId())
                .contains(colleague.id().value());
    }

    @Test
    void keepsPlacesBySkillForPeople() {
        assign(aResource(null, "赵六", List.of(new SkillLevel("焊接", 4), new SkillLevel("吊装", 2))), "1");
        assign(aResource(null, "孙七", List.of(new SkillLevel("焊接", 3))), "0.5");
        assign(aResource(null, "周八", List.of()), "1");

        var copy = begin(save(TemplateStaffing.PLACES));

        assertThat(crew(copy)).extracting(AssignmentRow::name).containsExactlyInAnyOrder("焊接", "人员");
        assertThat(crew(copy))
                .filteredOn(row -> row.name().equals("焊接"))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.kind()).isEqualTo(ResourceKind.GENERIC);
                    assertThat(row.units()).isEqualByComparingTo("1.5");
                });
        assertThat(jdbc.sql("""
                                select s.level from project.resource_skill s join project.resource r on r.id = s.resource_id
                                 where r.project_id = ? and s.skill = '焊接'
                                """).param(copy.id().value()).query(Integer.class).single())
                .isEqualTo(3);
        assertThat(plan.require(pm, copy.key(), 1).assigneeId()).isNull();
    }

    @Test
    void whoHasLeftLeavesAPlace() {
        long person = aResource(null, "赵六", List.of(new SkillLevel("焊接", 4)));
        assign(person, "1");
        var code = save(TemplateStaffing.PEOPLE);
        jdbc.sql("update project.resource set active = false where id = ?")
                .param(person)
                .update();

        assertThat(crew(begin(code))).singleElement().satisfies(row -> {
            assertThat(row.kind()).isEqualTo(ResourceKind.GENERIC);
            assertThat(row.name()).isEqualTo("赵六");
        });
    }

    @Test
    void countsDueDaysOfDeliverablesFromTheStart() {
        deliverables.add(
                pm,
                source.key(),
                new SaveDeliverable(null, "图纸", "全套", "客户签字", null, ProjectFixtures.MONDAY.plusDays(9)));

        var copy = projects.create(
                pm,
                new CreateProject(
                        "另一个",
                        null,
                        null,
                        null,
                        false,
                        null,
                        Visibility.INTERNAL,
                        LocalDate.of(2026, 4, 2),
                        null,
                        null,
                        null,
                        save(TemplateStaffing.NONE)));

        assertThat(deliverableQueries.list(pm, copy)).singleElement().satisfies(row -> {
            assertThat(row.name()).isEqualTo("图纸");
            assertThat(row.dueOn()).isEqualTo(LocalDate.of(2026, 4, 13));
        });
    }

    private String save(TemplateStaffing staffing) {
        return templates.save(pm, command(staffing));
    }

    private SaveTemplate command(TemplateStaffing staffing) {
        return new SaveTemplate(source.key(), null, "改造", "Revamp", null, null, TemplateKind.OTHER, staffing, null);
    }

    private SaveTemplate replacing(String code) {
        return new SaveTemplate(source.key(), code, null, null, null, null, null, TemplateStaffing.NONE, null);
    }

    private ProjectAccess begin(String template) {
        return projects.create(pm, ProjectFixtures.command("新项目", Visibility.INTERNAL, null, template));
    }

    private List<String> names(ProjectAccess project) {
        return plan.outline(pm, project.key()).stream().map(TaskRow::name).toList();
    }

    private long aResource(@Nullable Viewer user, String name, List<SkillLevel> skills) {
        return resources
                .add(
                        given.a(Role.RESOURCE_COORDINATOR),
                        new SaveResource(
                                null,
                                name,
                                ResourceKind.PERSON,
                                null,
                                user == null ? null : user.id().value(),
                                BigDecimal.ONE,
                                null,
                                null,
                                null,
                                skills,
                                List.of()))
                .value();
    }

    private void assign(long resource, String units) {
        assignments.add(pm, source.key(), 1, new Assign(resource, new BigDecimal(units), null));
    }

    private List<AssignmentRow> crew(ProjectAccess project) {
        return crews.of(pm, project.key(), 1);
    }
}
