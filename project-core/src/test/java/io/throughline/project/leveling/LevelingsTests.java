package io.throughline.project.leveling;

import static io.throughline.project.lifecycle.ProjectFixtures.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.NotAllowed;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.leveling.LevelingProposal.Clash;
import io.throughline.project.leveling.LevelingProposal.Move;
import io.throughline.project.lifecycle.ProjectAccess;
import io.throughline.project.lifecycle.ProjectFixtures;
import io.throughline.project.lifecycle.ProjectQueries;
import io.throughline.project.resource.Assign;
import io.throughline.project.resource.Assignments;
import io.throughline.project.resource.ResourceKind;
import io.throughline.project.resource.Resources;
import io.throughline.project.resource.SaveResource;
import io.throughline.project.schedule.AddTask;
import io.throughline.project.schedule.ChangePlanSettings;
import io.throughline.project.schedule.DependencyType;
import io.throughline.project.schedule.LevelingDelays;
import io.throughline.project.schedule.LinkTasks;
import io.throughline.project.schedule.PlanModels;
import io.throughline.project.schedule.PlanSettingsDesk;
import io.throughline.project.schedule.TaskDetail;
import io.throughline.project.schedule.TaskLinks;
import io.throughline.project.schedule.TaskQueries;
import io.throughline.project.schedule.Tasks;
import io.throughline.project.schedule.leveling.Course;
import io.throughline.project.schedule.network.Driver;
import io.throughline.project.schedule.network.PlanFrame;
import io.throughline.test.CoreTest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Li Wei designs (3 days) and checks (2 days) at once, assembly (4 days, somebody else) waits for the check. */
@CoreTest
@Import(ProjectFixtures.class)
class LevelingsTests {

    @Autowired
    ProjectFixtures given;

    @Autowired
    Tasks tasks;

    @Autowired
    TaskLinks links;

    @Autowired
    TaskQueries queries;

    @Autowired
    Resources resources;

    @Autowired
    Assignments assignments;

    @Autowired
    Levelings levelings;

    @Autowired
    LevelingQueries states;

    @Autowired
    LevelingDelays delays;

    @Autowired
    SharedPlanReader reader;

    @Autowired
    ProposalRecords records;

    @Autowired
    PlanModels plans;

    @Autowired
    ProjectQueries projects;

    @Autowired
    PlanSettingsDesk settings;

    @Autowired
    JdbcClient jdbc;

    private Viewer pm;
    private Viewer coordinator;
    private ProjectAccess project;
    private String key;
    private long liWei;

    @BeforeEach
    void aPlan() {
        pm = given.a(Role.PROJECT_MANAGER);
        coordinator = given.a(Role.RESOURCE_COORDINATOR);
        project = given.aProject(pm);
        key = project.key();
        liWei = resource("李薇", "1");
        add(key, "设计", 3);
        add(key, "检查", 2);
        add(key, "装配", 4);
        links.link(pm, key, 3, new LinkTasks(2, DependencyType.FINISH_TO_START, null, null));
        assign(key, 1, liWei, "1");
        assign(key, 2, liWei, "1");
    }

    @Test
    void namesWhoHasTooMuchToDoAndProposesHowNobodyHas() {
        var proposal = propose(LevelingMode.AT_ONCE, false, key);

        assertThat(proposal.overloadsBefore()).singleElement().satisfies(clash -> {
            assertThat(clash.name()).isEqualTo("李薇");
            assertThat(clash.percent()).isEqualTo(200);
            assertThat(clash.from()).isEqualTo(MONDAY.atTime(8, 0));
            assertThat(clash.tasks()).extracting(LevelingProposal.TaskRef::no).containsExactly(1, 2);
        });
        assertThat(proposal.overloadsAfter()).isEmpty();
        assertThat(proposal.tasks()).extracting(Move::no).containsExactly(1);
        assertThat(proposal.tasks().get(0).startAfter())
                .isEqualTo(MONDAY.plusDays(2).atTime(8, 0));
        assertThat(proposal.finishAfter()).isEqualTo(proposal.finishBefore());
        assertThat(proposal.makespanAfterMinutes()).isEqualTo(6 * 480);
        assertThat(proposal.load()).singleElement().satisfies(load -> {
            assertThat(load.peakBeforePercent()).isEqualTo(200);
            assertThat(load.overloadedAfterMinutes()).isZero();
        });
    }

    @Test
    void appliesAProposalSoThatLaterPlanningKeepsItAndTakesItBack() {
        var proposal = propose(LevelingMode.AT_ONCE, false, key);

        var changes = levelings.apply(pm, key, proposal.proposal());

        assertThat(changes).hasSize(1);
        assertThat(task(1).plannedStart()).isEqualTo(MONDAY.plusDays(2).atTime(8, 0));
        assertThat(plans.of(pm, key).schedule().startDrivers(1))
                .extracting(Driver::kind)
                .contains(Driver.Kind.LEVELING);
        assertThat(state().overloads()).isEmpty();
        assertThat(state().state()).isEqualTo(ProposalState.APPLIED);
        add(key, "文档", 1);
        assertThat(task(1).plannedStart()).isEqualTo(MONDAY.plusDays(2).atTime(8, 0));

        levelings.undo(pm, key, proposal.proposal());

        assertThat(task(1).plannedStart()).isEqualTo(MONDAY.atTime(8, 0));
        assertThat(state().state()).isEqualTo(ProposalState.UNDONE);
        assertThat(state().leveled()).isFalse();
    }

    @Test
    void refusesAProposalOfAPlanThatHasChangedSince() {
        var proposal = propose(LevelingMode.AT_ONCE, false, key);
        add(key, "文档", 1);

        assertThat(state().stale()).isTrue();
        assertThatThrownBy(() -> levelings.apply(pm, key, proposal.proposal()))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("leveledStale");
        assertThat(task(1).plannedStart()).isEqualTo(MONDAY.atTime(8, 0));
    }

    @Test
    void appliesAProposalOnceAndADiscardedOneNever() {
        var proposal = propose(LevelingMode.AT_ONCE, false, key);
        levelings.discard(pm, key, proposal.proposal());

        assertThat(state().proposal()).isNull();
        assertThatThrownBy(() -> levelings.apply(pm, key, proposal.proposal()))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("isDISCARDED");
        assertThatThrownBy(() -> levelings.undo(pm, key, proposal.proposal())).isInstanceOf(RuleViolation.class);
    }

    @Test
    void clearsLevelingSoThatTasksLieAsEarlyAsLinksAllow() {
        levelings.apply(pm, key, propose(LevelingMode.AT_ONCE, false, key).proposal());

        var change = delays.clear(pm, key);

        assertThat(change.moved()).isEqualTo(1);
        assertThat(task(1).plannedStart()).isEqualTo(MONDAY.atTime(8, 0));
        assertThat(state().overloads()).hasSize(1);
    }

    @Test
    void levelsSeveralProjectsThatShareAPersonAndAppliesThemTogether() {
        var other = given.aProject(pm).key();
        add(other, "评审", 1);
        assign(other, 1, liWei, "1");

        var proposal = propose(LevelingMode.OPTIMISE, false, key, other);

        assertThat(proposal.plans()).extracting(LevelingProposal.Plan::project).containsExactly(key, other);
        assertThat(proposal.overloadsBefore()).extracting(Clash::percent).contains(300);
        assertThat(proposal.overloadsAfter()).isEmpty();
        assertThat(proposal.finishAfter()).isEqualTo(proposal.finishBefore());

        levelings.apply(coordinator, key, proposal.proposal());
        assertThat(state().overloads()).isEmpty();
        levelings.undo(coordinator, key, proposal.proposal());
        assertThat(queries.require(pm, other, 1).plannedStart()).isEqualTo(MONDAY.atTime(8, 0));
    }

    @Test
    void movesAroundWhatPeopleDoInOtherProjects() {
        var other = given.aProject(pm).key();
        add(other, "评审", 2);
        assign(other, 1, liWei, "1");

        var proposal = propose(LevelingMode.AT_ONCE, false, key);

        assertThat(proposal.overloadsAfter()).isEmpty();
        assertThat(proposal.tasks())
                .allSatisfy(move -> assertThat(move.project()).isEqualTo(key));
        assertThat(proposal.tasks()).extracting(Move::no).containsExactlyInAnyOrder(1, 2, 3);
    }

    @Test
    void staysWithinSlackWhereAskedAndSaysWhatItCannotCure() {
        var third = add(key, "培训", 3);
        assign(key, third, liWei, "1");

        var proposal = propose(LevelingMode.AT_ONCE, true, key);

        assertThat(proposal.finishAfter()).isEqualTo(proposal.finishBefore());
        assertThat(proposal.overloadsAfter()).isNotEmpty();
        assertThat(propose(LevelingMode.AT_ONCE, false, key).overloadsAfter()).isEmpty();
    }

    @Test
    void movesTheTasksOfAPlanFromItsFinishEarlierAndTakesThatBack() {
        countBackFrom(MONDAY.plusDays(25));
        assertThat(task(1).plannedStart()).isEqualTo(task(2).plannedStart());

        var proposal = propose(LevelingMode.AT_ONCE, false, key);

        assertThat(proposal.overloadsBefore()).isNotEmpty();
        assertThat(proposal.overloadsAfter()).isEmpty();
        assertThat(proposal.finishAfter()).isEqualTo(proposal.finishBefore());
        assertThat(proposal.makespanAfterMinutes()).isLessThanOrEqualTo(9 * 480);
        var before = List.of(task(1).plannedStart(), task(2).plannedStart(), task(3).plannedStart());

        levelings.apply(pm, key, proposal.proposal());

        assertThat(state().overloads()).isEmpty();
        assertThat(state().leveled()).isTrue();
        assertThat(plans.of(pm, key).schedule().projectFinish())
                .isEqualTo(MONDAY.plusDays(25).atTime(17, 0));
        for (var move : proposal.tasks()) {
            assertThat(task(move.no()).plannedStart()).isEqualTo(move.startAfter());
        }

        levelings.undo(pm, key, proposal.proposal());

        assertThat(List.of(task(1).plannedStart(), task(2).plannedStart(), task(3).plannedStart()))
                .isEqualTo(before);
        assertThat(state().leveled()).isFalse();
    }

    @Test
    void levelsAPlanFromItsFinishByItself() {
        countBackFrom(MONDAY.plusDays(25));
        var other = given.aProject(pm).key();

        assertThatThrownBy(() -> levelings.start(
                        pm, key, new RequestLeveling(LevelingMode.AT_ONCE, null, null, null, List.of(other))))
                .as("at once, not by a job that fails")
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("fromFinish");
        assertThatThrownBy(() -> propose(LevelingMode.AT_ONCE, false, key, other))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("fromFinish");
    }

    @Test
    void forgetsTheLevelingWhenThePlanCountsFromItsOtherEnd() {
        levelings.apply(pm, key, propose(LevelingMode.AT_ONCE, false, key).proposal());

        countBackFrom(MONDAY.plusDays(25));

        assertThat(state().leveled()).isFalse();
        assertThat(task(3).plannedFinish()).isEqualTo(MONDAY.plusDays(25).atTime(17, 0));
    }

    private void countBackFrom(LocalDate finish) {
        jdbc.sql("update project.project set planned_finish = ? where id = ?")
                .params(finish, project.id().value())
                .update();
        settings.change(
                pm,
                key,
                new ChangePlanSettings(
                        null, PlanFrame.Direction.FROM_FINISH, true, PlanFrame.Alap.FREE_SLACK, 0L, false, null));
    }

    @Test
    void isForWhoLeadsTheProjectAndForCoordinators() {
        var another = given.a(Role.PROJECT_MANAGER);

        assertThatThrownBy(() -> levelings.start(another, key, RequestLeveling.USUAL))
                .isInstanceOf(NotAllowed.class);
        assertThat(levelings.start(coordinator, key, RequestLeveling.USUAL).value())
                .isPositive();
        assertThatThrownBy(() -> levelings.apply(coordinator, key, 1)).isInstanceOf(NotFound.class);
    }

    private LevelingProposal propose(LevelingMode mode, boolean withinSlack, String... keys) {
        var shared = reader.read(pm, List.of(keys), withinSlack);
        var found = new Proposing(shared, mode, 1).run(records.nextId(), Course.of(2_000));
        records.add(
                pm, projects.requirePlan(pm, keys[0]).id().value(), found.proposal(), shared.plans(), found.delays());
        return found.proposal();
    }

    private LevelingState state() {
        return states.state(pm, projects.requirePlan(pm, key));
    }

    private TaskDetail task(int number) {
        return queries.require(pm, key, number);
    }

    private int add(String project, String name, long days) {
        return tasks.add(
                pm, project, new AddTask(name, null, null, null, null, null, null, 480 * days, null, null, null));
    }

    private void assign(String project, int task, long resource, @Nullable String units) {
        assignments.add(pm, project, task, new Assign(resource, units == null ? null : new BigDecimal(units), null));
    }

    private long resource(String name, String units) {
        return resources
                .add(
                        coordinator,
                        new SaveResource(
                                null,
                                name,
                                ResourceKind.PERSON,
                                null,
                                null,
                                new BigDecimal(units),
                                null,
                                null,
                                null,
                                List.of(),
                                List.of()))
                .value();
    }
}
