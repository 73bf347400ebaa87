package io.throughline.project.resource;

import static io.throughline.project.lifecycle.ProjectFixtures.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.NotAllowed;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectAccess;
import io.throughline.project.lifecycle.ProjectFixtures;
import io.throughline.project.lifecycle.ProjectQueries;
import io.throughline.project.schedule.AddTask;
import io.throughline.project.schedule.PlanUndo;
import io.throughline.project.schedule.TaskDetail;
import io.throughline.project.schedule.TaskQueries;
import io.throughline.project.schedule.Tasks;
import io.throughline.project.schedule.network.Effort;
import io.throughline.test.CoreTest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Putting people on tasks, and what that makes of duration, work and dates. */
@CoreTest
@Import(ProjectFixtures.class)
class AssignmentTests {

    @Autowired
    ProjectFixtures given;

    @Autowired
    Tasks tasks;

    @Autowired
    TaskQueries queries;

    @Autowired
    Resources resources;

    @Autowired
    Assignments assignments;

    @Autowired
    PlanUndo undo;

    @Autowired
    StaffingQueries staffing;

    @Autowired
    ProjectQueries projects;

    @Autowired
    JdbcClient jdbc;

    private Viewer pm;
    private Viewer coordinator;
    private ProjectAccess project;
    private String key;

    @BeforeEach
    void aProject() {
        pm = given.a(Role.PROJECT_MANAGER);
        coordinator = given.a(Role.RESOURCE_COORDINATOR);
        project = given.aProject(pm);
        key = project.key();
    }

    @Test
    void worksAsLongAsTheTaskLastsTimesTheUnits() {
        add("设计", 5);

        assignments.add(pm, key, 1, new Assign(aPerson("李薇"), units("0.5"), null));

        assertThat(stored(1)).containsExactly("0.5000 1200");
        assertThat(task(1).effortMinutes()).isEqualTo(1200);
        assertThat(task(1).durationMinutes()).isEqualTo(2400);
    }

    @Test
    void halvesTheDurationWhereTheUnitsAreDoubled() {
        add("设计", 5);
        long person = aPerson("李薇");
        assignments.add(pm, key, 1, new Assign(person, units("0.5"), null));

        assignments.change(pm, key, 1, new ResourceId(person), new ChangeAssignment(null, person, units("1"), 1200L));

        assertThat(task(1).durationMinutes()).isEqualTo(1200);
        assertThat(task(1).plannedFinish()).isEqualTo(MONDAY.plusDays(2).atTime(12, 0));
        assertThat(stored(1)).containsExactly("1.0000 1200");
    }

    @Test
    void keepsAFixedDurationAndChangesTheUnits() {
        add("设计", 5);
        long person = aPerson("李薇");
        assignments.add(pm, key, 1, new Assign(person, units("1"), null));
        assignments.retype(pm, key, 1, Effort.Type.FIXED_DURATION, false);

        assignments.change(pm, key, 1, new ResourceId(person), new ChangeAssignment(null, person, units("1"), 1200L));

        assertThat(task(1).durationMinutes()).isEqualTo(2400);
        assertThat(stored(1)).containsExactly("0.5000 1200");
    }

    @Test
    void sharesTheWorkWithWhoJoinsWhereEffortDrives() {
        add("设计", 4);
        assignments.add(pm, key, 1, new Assign(aPerson("李薇"), units("1"), null));
        assignments.retype(pm, key, 1, Effort.Type.FIXED_UNITS, true);

        assignments.add(pm, key, 1, new Assign(aPerson("王强"), units("1"), null));

        assertThat(task(1).durationMinutes()).isEqualTo(960);
        assertThat(stored(1)).containsExactly("1.0000 960", "1.0000 960");
    }

    @Test
    void putsWhoBecomesResponsibleOnTheTaskAndWhoIsPutThereInTheTeam() {
        var member = given.a(Role.PROJECT_MEMBER);
        add("设计", 5);

        assignments.add(coordinator, key, 1, new Assign(resourceOf(member), units("1"), null));

        assertThat(task(1).assigneeId()).isEqualTo(member.id().value());
        assertThat(projects.members(pm, project))
                .extracting("userId")
                .containsExactly(member.id().value());
    }

    @Test
    void followsTheOneWhoIsResponsible() {
        var first = given.a(Role.PROJECT_MEMBER);
        add("设计", 5);
        tasks.assign(pm, key, 1, pm.id().value());
        assertThat(stored(1)).containsExactly("1.0000 2400");
        assignments.add(pm, key, 1, new Assign(resourceOf(first), units("0.25"), null));

        tasks.assign(pm, key, 1, null);

        assertThat(stored(1)).containsExactly("0.2500 600");
        assertThat(task(1).effortMinutes()).isEqualTo(600);
    }

    @Test
    void stretchesTheWorkWithTheDuration() {
        add("设计", 5);
        assignments.add(pm, key, 1, new Assign(aPerson("李薇"), units("0.5"), null));

        tasks.edit(pm, key, 1, Edits.lasting(task(1), 10));

        assertThat(stored(1)).containsExactly("0.5000 2400");
        assertThat(task(1).effortMinutes()).isEqualTo(2400);
    }

    @Test
    void takesAnAssignmentBackWithTheDatesItMade() {
        add("设计", 5);
        long person = aPerson("李薇");
        assignments.add(pm, key, 1, new Assign(person, units("0.5"), null));
        var made = assignments.change(
                pm, key, 1, new ResourceId(person), new ChangeAssignment(null, person, units("1"), 1200L));

        var back = undo.undo(pm, key, Objects.requireNonNull(made.id()));
        assertThat(task(1).durationMinutes()).isEqualTo(2400);
        assertThat(stored(1)).containsExactly("0.5000 1200");

        undo.undo(pm, key, Objects.requireNonNull(back.id()));
        assertThat(task(1).durationMinutes()).isEqualTo(1200);
        assertThat(stored(1)).containsExactly("1.0000 1200");
    }

    @Test
    void bringsBackWhoWasTakenOff() {
        add("设计", 5);
        long person = aPerson("李薇");
        assignments.add(pm, key, 1, new Assign(person, units("0.5"), null));
        var gone = assignments.remove(pm, key, 1, new ResourceId(person), null);
        assertThat(stored(1)).isEmpty();

        undo.undo(pm, key, Objects.requireNonNull(gone.id()));

        assertThat(stored(1)).containsExactly("0.5000 1200");
    }

    @Test
    void waitsForWhoIsOnLeave() {
        add("设计", 5);
        long person = aPerson("李薇");
        assignments.add(pm, key, 1, new Assign(person, units("1"), null));
        resources.takeLeave(
                coordinator, new ResourceId(person), new Leave(MONDAY.plusDays(1), MONDAY.plusDays(2), "年假"));

        tasks.edit(pm, key, 1, Edits.renamed(task(1), "概要设计"));

        assertThat(task(1).plannedFinish()).isEqualTo(MONDAY.plusDays(8).atTime(17, 0));
    }

    @Test
    void worksInTheHoursOfTheResourceUnlessTheDurationIsFixed() {
        add("设计", 1);
        long person = aPerson("李薇");
        assignments.add(pm, key, 1, new Assign(person, units("1"), null));
        long afternoons =
                calendar("AFTERNOON " + key, "MONDAY 13:00-17:00; TUESDAY 13:00-17:00; WEDNESDAY 13:00-17:00");
        resources.change(coordinator, new ResourceId(person), on(afternoons));

        tasks.edit(pm, key, 1, Edits.renamed(task(1), "概要设计"));
        assertThat(task(1).plannedStart()).isEqualTo(MONDAY.atTime(13, 0));
        assertThat(task(1).plannedFinish()).isEqualTo(MONDAY.plusDays(1).atTime(17, 0));

        assignments.retype(pm, key, 1, Effort.Type.FIXED_DURATION, false);
        assertThat(task(1).plannedFinish()).isEqualTo(MONDAY.atTime(17, 0));
    }

    @Test
    void tellsALevelerWhoWorksWhereAndWhatElseTheyDo() {
        var other = given.aProject(pm);
        long person = aPerson("李薇");
        add("设计", 5);
        assignments.add(pm, key, 1, new Assign(person, units("0.5"), null));
        tasks.add(pm, other.key(), AddTask.named("别处"));
        assignments.add(pm, other.key(), 1, new Assign(person, units("1"), null));

        var known = staffing.of(pm, List.of(project.id()));

        assertThat(known.resources()).extracting("resource", "units").containsExactly(tuple(person, 10_000));
        assertThat(known.assignments())
                .extracting("task", "resource", "units", "hours")
                .containsExactly(tuple(1, person, 5_000, null));
        assertThat(known.elsewhere())
                .extracting("project", "units", "from")
                .containsExactly(tuple(other.id().value(), 10_000, MONDAY.atTime(8, 0)));
        assertThat(staffing.of(pm, List.of(project.id(), other.id())).elsewhere())
                .isEmpty();
    }

    @Test
    void refusesTheSameTwiceAndSummariesAndStrangers() {
        add("设计", 5);
        long person = aPerson("李薇");
        assignments.add(pm, key, 1, new Assign(person, units("1"), null));
        assertThatThrownBy(() -> assignments.add(pm, key, 1, new Assign(person, units("1"), null)))
                .isInstanceOf(RuleViolation.class)
                .hasMessage("project.resource.assignedTwice");
        var stranger = given.a(Role.PROJECT_MANAGER);
        assertThatThrownBy(() -> assignments.add(stranger, key, 1, new Assign(person, units("1"), null)))
                .isInstanceOf(NotAllowed.class);
        var elsewhere = resources.add(
                pm,
                new SaveResource(
                        null,
                        "外包",
                        ResourceKind.PERSON,
                        given.aProject(pm).key(),
                        null,
                        BigDecimal.ONE,
                        null,
                        null,
                        null,
                        null,
                        null));
        assertThatThrownBy(() -> assignments.add(pm, key, 1, new Assign(elsewhere.value(), null, null)))
                .hasMessage("project.resource.notOffered");
    }

    private static org.assertj.core.groups.Tuple tuple(@Nullable Object... values) {
        return org.assertj.core.groups.Tuple.tuple(values);
    }

    private void add(String name, int days) {
        tasks.add(pm, key, new AddTask(name, null, null, null, null, null, null, days * 480L, null, null, null));
    }

    private TaskDetail task(int number) {
        return queries.require(pm, key, number);
    }

    private long aPerson(String name) {
        return resources
                .add(coordinator, SaveResource.named(name, ResourceKind.PERSON))
                .value();
    }

    private long resourceOf(Viewer person) {
        return resources
                .add(
                        coordinator,
                        new SaveResource(
                                null,
                                person.name(),
                                ResourceKind.PERSON,
                                null,
                                person.id().value(),
                                BigDecimal.ONE,
                                null,
                                null,
                                null,
                                null,
                                null))
                .value();
    }

    private static SaveResource on(long calendar) {
        return new SaveResource(
                null, "李薇", ResourceKind.PERSON, null, null, BigDecimal.ONE, calendar, null, null, null, null);
    }

    private long calendar(String name, String week) {
        long id = jdbc.sql("select nextval('foundation.id_seq')")
                .query(Long.class)
                .single();
        jdbc.sql("""
                        insert into foundation.work_calendar (id, version, name_zh, name_en, zone, week, special_days,
                            revision, created_at, changed_at) values (?, 0, ?, ?, 'Asia/Shanghai', ?, '', 1, now(), now())
                        """).params(id, name, name, week).update();
        jdbc.sql("""
                        insert into foundation.work_calendar_revision (id, version, calendar_id, number, valid_from, cause,
                            zone, week, special_days, created_at, changed_at)
                        values (nextval('foundation.id_seq'), 0, ?, 1, now(), 'create', 'Asia/Shanghai', ?, '', now(), now())
                        """).params(id, week).update();
        return id;
    }

    private List<String> stored(int number) {
        return jdbc.sql("""
                        select a.units || ' ' || a.work_minutes from project.resource_assignment a
                          join project.task t on t.id = a.task_id
                         where t.project_id = ? and t.number = ? order by a.id
                        """)
                .params(project.id().value(), number)
                .query(String.class)
                .list();
    }

    private static BigDecimal units(String text) {
        return new BigDecimal(text);
    }
}
