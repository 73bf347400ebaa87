package io.throughline.project.simulation;

import static io.throughline.project.lifecycle.ProjectFixtures.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectFixtures;
import io.throughline.project.schedule.AddTask;
import io.throughline.project.schedule.DependencyType;
import io.throughline.project.schedule.LinkTasks;
import io.throughline.project.schedule.PlanModels;
import io.throughline.project.schedule.TaskKind;
import io.throughline.project.schedule.TaskLinks;
import io.throughline.project.schedule.TaskProgress;
import io.throughline.project.schedule.Tasks;
import io.throughline.test.CoreTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Design (2/3/8 days) and purchase (4/5/6) side by side, then assembly for two days and the hand-over. */
@CoreTest
@Import(ProjectFixtures.class)
class PlanTrialsTests {

    @Autowired
    ProjectFixtures given;

    @Autowired
    Tasks tasks;

    @Autowired
    TaskLinks links;

    @Autowired
    TaskProgress progress;

    @Autowired
    PlanModels plans;

    private Viewer pm;
    private String key;

    @BeforeEach
    void aPlan() {
        pm = given.a(Role.PROJECT_MANAGER);
        key = given.aProject(pm).key();
        add("设计", 3, 2L, 3L, 8L);
        add("采购", 5, 4L, 5L, 6L);
        add("装配", 2, null, null, null);
        tasks.add(pm, key, new AddTask("交付", TaskKind.MILESTONE, null, null, null, null, null, null, null, null, null));
        links.link(pm, key, 3, new LinkTasks(1, DependencyType.FINISH_TO_START, null, null));
        links.link(pm, key, 3, new LinkTasks(2, DependencyType.FINISH_TO_START, null, null));
        links.link(pm, key, 4, new LinkTasks(3, DependencyType.FINISH_TO_START, null, null));
    }

    @Test
    void saysHowSureTheFinishIsAndWhatDrivesIt() {
        var result = run(10_000, Distribution.TRIANGULAR);

        assertThat(result.plannedFinish()).isEqualTo(MONDAY.plusDays(8).atTime(17, 0));
        assertThat(result.p10()).isBefore(result.p50());
        assertThat(result.p50()).isBefore(result.p80());
        assertThat(result.p80()).isBefore(result.p90());
        assertThat(result.histogram().stream()
                        .mapToInt(SimulationResult.Bin::trials)
                        .sum())
                .isEqualTo(10_000);
        assertThat(result.curve().get(0).share()).isZero();
        assertThat(result.curve().get(result.curve().size() - 1).share()).isEqualTo(1);
        assertThat(result.tasks()).extracting(SimulationResult.Task::no).containsExactlyInAnyOrder(1, 2, 3, 4);
        assertThat(result.tasks().get(0).no()).as("varies most").isEqualTo(1);
        assertThat(task(result, 1).criticality() + task(result, 2).criticality())
                .isCloseTo(1, within(0.01));
        assertThat(task(result, 3).criticality()).isEqualTo(1);
        assertThat(result.milestones()).singleElement().satisfies(milestone -> {
            assertThat(milestone.no()).isEqualTo(4);
            assertThat(milestone.p80()).isEqualTo(result.p80());
        });
        assertThat(result.estimated()).isEqualTo(2);
        assertThat(result.open()).isEqualTo(3);
        assertThat(result.revision()).isPositive();
    }

    @Test
    void givesTheSameNumbersForTheSameSeedOnAnyNumberOfThreads() {
        var model = plans.of(pm, key);
        var alone = new PlanTrials(model, 3_000, 7, Distribution.BETA_PERT).run(1, (done, all) -> true);
        var together = new PlanTrials(model, 3_000, 7, Distribution.BETA_PERT).run(3, (done, all) -> true);

        assertThat(together).isEqualTo(alone);
        assertThat(new PlanTrials(model, 3_000, 8, Distribution.BETA_PERT).run(1, (done, all) -> true))
                .isNotEqualTo(alone);
    }

    @Test
    void variesOnlyWhatIsLeftOfATaskThatHasBegun() {
        var whole = run(2_000, Distribution.TRIANGULAR);
        progress.report(pm, key, 1, 90);
        progress.report(pm, key, 2, 90);

        var rest = run(2_000, Distribution.TRIANGULAR);

        assertThat(rest.standardDeviationMinutes()).isLessThan(whole.standardDeviationMinutes() / 2);
    }

    @Test
    void hasOneFinishWhereNothingVaries() {
        progress.complete(pm, key, 1, MONDAY.atTime(17, 0));
        progress.complete(pm, key, 2, MONDAY.atTime(17, 0));

        var result = run(200, Distribution.BETA_PERT);

        assertThat(result.varies()).isFalse();
        assertThat(result.p50()).isEqualTo(result.plannedFinish());
        assertThat(result.plannedShare()).isEqualTo(1);
    }

    private SimulationResult run(int trials, Distribution distribution) {
        return new PlanTrials(plans.of(pm, key), trials, 42, distribution).run(2, (done, all) -> true);
    }

    private static SimulationResult.Task task(SimulationResult result, int number) {
        return result.tasks().stream()
                .filter(task -> task.no() == number)
                .findAny()
                .orElseThrow();
    }

    private void add(
            String name, long days, @Nullable Long optimistic, @Nullable Long likely, @Nullable Long pessimistic) {
        tasks.add(
                pm,
                key,
                new AddTask(
                        name,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        480 * days,
                        null,
                        null,
                        null,
                        minutes(optimistic),
                        minutes(likely),
                        minutes(pessimistic)));
    }

    private static @Nullable Long minutes(@Nullable Long days) {
        return days == null ? null : Long.valueOf(480 * days);
    }
}
