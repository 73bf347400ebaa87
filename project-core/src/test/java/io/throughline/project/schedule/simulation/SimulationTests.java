package io.throughline.project.schedule.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.throughline.foundation.calendar.WorkWeek;
import io.throughline.project.schedule.DependencyType;
import io.throughline.project.schedule.network.CriticalPath;
import io.throughline.project.schedule.network.InvalidNetworkException;
import io.throughline.project.schedule.network.Lag;
import io.throughline.project.schedule.network.Network;
import io.throughline.project.schedule.network.NetworkBuilder;
import io.throughline.project.schedule.network.NetworkFixtures;
import io.throughline.project.schedule.network.PlanFrame;
import io.throughline.project.schedule.simulation.SimulationPlan.Group;
import io.throughline.project.schedule.simulation.SimulationPlan.RiskBranch;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

/** Distributions with closed forms; the unit is 100 000 minutes on a calendar that is always open. */
class SimulationTests {

    private static final long UNIT = 100_000;
    private static final int TRIALS = 100_000;
    private static final LocalDateTime START = NetworkFixtures.at("03-02 08:00");

    @Test
    void drawsATriangularTask() {
        var plan = SimulationPlan.of(
                tasks(1).build(), Map.of(0L, ThreePoints.triangular(2 * UNIT, 5 * UNIT, 14 * UNIT)), 7);

        var finish = simulated(plan).finish();

        assertThat(units(finish.mean())).isCloseTo(7, within(0.03));
        assertThat(units(finish.p(50))).isCloseTo(6.6515, within(0.03));
        assertThat(units(finish.p(80))).isCloseTo(9.3524, within(0.03));
    }

    @Test
    void findsTheLaterOfTwoUniformTasks() {
        var network = tasks(2).link(0, 2, DependencyType.FINISH_TO_START, Lag.NONE)
                .link(1, 2, DependencyType.FINISH_TO_START, Lag.NONE);
        network.task(2);
        var plan = SimulationPlan.of(
                network.build(), Map.of(0L, ThreePoints.between(0, UNIT), 1L, ThreePoints.between(0, UNIT)), 11);

        var simulated = simulated(plan);

        assertThat(units(simulated.finish().mean())).isCloseTo(2.0 / 3, within(0.003));
        assertThat(units(simulated.finish().p(80))).isCloseTo(0.8944, within(0.003));
        assertThat(simulated.tasks().get(0L).criticality()).isCloseTo(0.5, within(0.005));
        assertThat(simulated.tasks().get(1L).criticality()).isCloseTo(0.5, within(0.005));
        assertThat(simulated.tasks().get(2L).criticality()).isEqualTo(1);
    }

    @Test
    void addsUpAChainOfTenBetaPertTasks() {
        var finish = simulated(chain(10, ThreePoints.pert(0, UNIT / 2, UNIT))).finish();

        double deviation = finish.standardDeviation().toSeconds() / 60.0 / UNIT;
        assertThat(units(finish.mean())).isCloseTo(5, within(0.006));
        assertThat(deviation * deviation).isCloseTo(10.0 / 28, within(0.006));
    }

    @Test
    void keepsTheChainsEightiethPercentileBelowTheSumOfItsTasks() {
        var points = ThreePoints.pert(UNIT, 2 * UNIT, 6 * UNIT);

        var finish = simulated(chain(10, points)).finish();

        assertThat(units(finish.p(80))).isLessThan(10 * points.quantile(0.8) / UNIT - 1);
    }

    @Test
    void widensTheSpreadByCorrelation() {
        var plan = chain(4, ThreePoints.between(0, UNIT));
        var all = Set.of(0L, 1L, 2L, 3L);

        var together = simulated(plan.withGroups(List.of(new Group(all, 1)))).finish();
        var half = simulated(plan.withGroups(List.of(new Group(all, 0.5)))).finish();
        var apart = simulated(plan).finish();

        assertThat(units(together.p(90))).isCloseTo(3.6, within(0.02));
        assertThat(together.standardDeviation()).isGreaterThan(half.standardDeviation());
        assertThat(half.standardDeviation()).isGreaterThan(apart.standardDeviation());
        assertThat(units(half.mean())).isCloseTo(2, within(0.02));
    }

    @Test
    void takesARiskAsABranch() {
        var plan = SimulationPlan.of(tasks(1).build(), Map.of(0L, ThreePoints.between(UNIT, UNIT)), 3)
                .withRisks(List.of(new RiskBranch("supplier late", 0.3, Set.of(0L), ThreePoints.between(UNIT, UNIT))));

        var simulated = simulated(plan);

        assertThat(simulated.finish().shareBy(START.plusMinutes(UNIT))).isCloseTo(0.7, within(0.005));
        assertThat(units(simulated.finish().p(60))).isEqualTo(1);
        assertThat(units(simulated.finish().p(80))).isEqualTo(2);
        assertThat(simulated.tasks().get(0L).cruciality()).isCloseTo(1, within(1e-9));
    }

    @Test
    void saysWhatDrivesTheFinish() {
        var network = tasks(2);
        var plan = SimulationPlan.of(
                network.build(),
                Map.of(0L, ThreePoints.between(8 * UNIT, 12 * UNIT), 1L, ThreePoints.between(0, 9 * UNIT)),
                5);

        var tasks = simulated(plan).tasks();

        assertThat(tasks.get(0L).cruciality()).isGreaterThan(0.95);
        assertThat(tasks.get(1L).cruciality()).isBetween(-0.02, 0.2);
        assertThat(tasks.get(0L).criticality()).isGreaterThan(tasks.get(1L).criticality());
    }

    @Test
    void variesOnlyWhatRemainsOfATaskThatHasBegunAndNothingOfOneThatIsDone() {
        var network = tasks(0);
        network.task(0).duration(4 * UNIT).actualStart(START).remaining(UNIT);
        network.task(1).duration(UNIT).actualStart(START).actualFinish(START.plusMinutes(UNIT));
        var wide = ThreePoints.between(0, 2 * UNIT);

        var simulated = simulated(SimulationPlan.of(network.build(), Map.of(0L, wide, 1L, wide), 9)
                .watching(Set.of(1L)));

        assertThat(units(simulated.finish().earliest())).isCloseTo(3, within(0.001));
        assertThat(units(simulated.finish().latest())).isCloseTo(5, within(0.001));
        assertThat(simulated.watched().get(1L).latest()).isEqualTo(START.plusMinutes(UNIT));
        assertThat(simulated.tasks()).doesNotContainKey(1L);
    }

    @Test
    void givesTheSameNumbersOnAnyNumberOfThreads() {
        var network = NetworkFixtures.plan();
        network.task("A", 5);
        network.task("B", 3);
        network.task("C", 8);
        network.links("A→B SS+1d", "B→C FF");
        Map<Long, ThreePoints> estimates = new HashMap<>();
        for (var name : List.of("A", "B", "C")) {
            estimates.put(NetworkFixtures.id(name), ThreePoints.pert(480, 1440, 4800));
        }
        var plan = SimulationPlan.of(network.network(), estimates, 1).withTrials(3000);

        var one = Simulation.of(plan, 1, (done, trials) -> true);
        for (int threads : new int[] {2, 3, 8}) {
            var more = Simulation.of(plan, threads, (done, trials) -> true);

            assertThat(more.tasks()).isEqualTo(one.tasks());
            assertThat(more.finish().histogram(50)).isEqualTo(one.finish().histogram(50));
        }
    }

    @Test
    void comesToThePlansOwnFinishWhereNothingVaries() {
        var network = NetworkFixtures.plan();
        network.task("A", 5);
        network.task("B", 3);
        network.links("A→B");
        var plan = SimulationPlan.of(network.network(), Map.of(), 1).withTrials(10);

        var simulated = Simulation.of(plan);

        assertThat(simulated.finish().p(10)).isEqualTo(NetworkFixtures.at("03-11 17:00"));
        assertThat(simulated.finish().latest()).isEqualTo(simulated.finish().earliest());
        assertThat(simulated.finish().p(90))
                .isEqualTo(CriticalPath.of(network.network()).projectFinish());
    }

    @Test
    void namesPercentilesByRank() {
        var spread = new Spread(new long[] {10, 9, 8, 7, 6, 5, 4, 3, 2, 1}, second -> second);

        assertThat(spread.p(10).getSecond()).isEqualTo(1);
        assertThat(spread.p(11).getSecond()).isEqualTo(2);
        assertThat(spread.p(50).getSecond()).isEqualTo(5);
        assertThat(spread.p(80).getSecond()).isEqualTo(8);
        assertThat(spread.p(100).getSecond()).isEqualTo(10);
    }

    @Test
    void stopsWhenTold() {
        assertThatThrownBy(() -> Simulation.of(chain(3, ThreePoints.between(0, UNIT)), 2, (done, trials) -> false))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void refusesEstimatesOfUnknownTasks() {
        assertThatThrownBy(() ->
                        Simulation.of(SimulationPlan.of(tasks(1).build(), Map.of(99L, ThreePoints.between(0, 1)), 1)))
                .isInstanceOf(InvalidNetworkException.class);
    }

    private static Simulated simulated(SimulationPlan plan) {
        return Simulation.of(plan.withTrials(TRIALS), 2, (done, trials) -> true);
    }

    private static SimulationPlan chain(int length, ThreePoints each) {
        var network = tasks(length);
        Map<Long, ThreePoints> estimates = new HashMap<>();
        for (long id = 0; id < length; id++) {
            estimates.put(id, each);
            if (id > 0) {
                network.link(id - 1, id, DependencyType.FINISH_TO_START, Lag.NONE);
            }
        }
        return SimulationPlan.of(network.build(), estimates, 42);
    }

    private static NetworkBuilder tasks(int count) {
        var builder = Network.in(PlanFrame.startingAt(START, NetworkFixtures.hours(WorkWeek.always())));
        for (long id = 0; id < count; id++) {
            builder.task(id).duration(UNIT);
        }
        return builder;
    }

    private static double units(LocalDateTime finish) {
        return Duration.between(START, finish).toSeconds() / 60.0 / UNIT;
    }
}
