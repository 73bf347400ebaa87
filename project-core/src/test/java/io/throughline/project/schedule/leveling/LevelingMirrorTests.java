package io.throughline.project.schedule.leveling;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.project.schedule.ConstraintType;
import io.throughline.project.schedule.DependencyType;
import io.throughline.project.schedule.leveling.LevelingPlan.Assignment;
import io.throughline.project.schedule.leveling.LevelingPlan.Booking;
import io.throughline.project.schedule.leveling.LevelingPlan.Capacity;
import io.throughline.project.schedule.network.CriticalPath;
import io.throughline.project.schedule.network.Lag;
import io.throughline.project.schedule.network.Network;
import io.throughline.project.schedule.network.PlanFrame;
import io.throughline.project.schedule.network.RandomPlans;
import io.throughline.project.schedule.network.ScheduleCheck;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every plan leveled from its finish, on random ones. A failure names its seed and round. */
class LevelingMirrorTests {

    private static final int ROUNDS = 3;
    private static final int TASKS = 30;
    private static final LocalDateTime FINISH = RandomPlans.START.plusDays(88).withHour(17);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void leavesNoOverloadAndKeepsFinishAndLinks(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            var network = mixed(random, RandomPlans.structured(random, TASKS).network(frame()));
            var plan = withBookings(random, plan(random, network));

            var leveled = Leveling.atOnce(plan);

            assertThat(leveled.overloadsAfter()).as("round %d", round).isEmpty();
            assertThat(ScheduleCheck.violations(leveled.after()))
                    .as("round %d", round)
                    .isEmpty();
            assertThat(leveled.after().projectFinish()).isEqualTo(FINISH);
            assertThat(leveled.after().all()).as("round %d", round).allSatisfy(task -> assertThat(task.finish())
                    .isBeforeOrEqualTo(FINISH));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24, 25, 26, 27, 28})
    void movesNothingThatIsFixedAndBreaksNothing(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            var network =
                    RandomPlans.full(random, TASKS, ConstraintType.values()).network(frame());
            var plan = withPriorities(random, withBookings(random, plan(random, network)));
            plan = random.nextBoolean() ? plan.onlyWithinSlack() : plan;

            var leveled = Leveling.atOnce(plan);

            var before = leveled.before();
            for (var task : leveled.after().all()) {
                if (network.hasBegun(task.id()) && !task.summary()) {
                    assertThat(task.start())
                            .as("round %d task %d", round, task.id())
                            .isEqualTo(before.of(task.id()).start());
                }
            }
            var broken = new ArrayList<>(ScheduleCheck.violations(leveled.after()));
            broken.removeAll(ScheduleCheck.violations(before));
            assertThat(broken).as("round %d", round).isEmpty();
            if (plan.withinSlack()) {
                assertThat(leveled.after().projectStart()).isEqualTo(before.projectStart());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {31, 32, 33, 34})
    void neverMovesPriorityThousand(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            var network = mixed(random, RandomPlans.structured(random, TASKS).network(frame()));
            var plan = withPriorities(random, plan(random, network));

            var leveled = Leveling.atOnce(plan);

            for (var task : leveled.after().all()) {
                if (plan.priority(task.id()) == LevelingPlan.NEVER_MOVE && !task.summary()) {
                    var before = leveled.before().startOf(task.id());
                    assertThat(network.hoursOf(task.id()).between(second(before), second(task.start())))
                            .as("delays are minutes; round %d task %d", round, task.id())
                            .isBetween(-59L, 59L);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {41, 42, 43, 44, 45, 46})
    void isTheMirrorOfLevelingFromTheStartWhereTimeIsSymmetric(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            var ahead = Network.in(PlanFrame.startingAt(RandomPlans.START, RandomPlans.ALWAYS));
            var back = Network.in(PlanFrame.finishingAt(RandomPlans.START, RandomPlans.ALWAYS));
            var assignments = new ArrayList<Assignment>();
            for (int i = 0; i < 12; i++) {
                long minutes = 60L * (1 + random.nextInt(20));
                ahead.task(i).duration(minutes);
                back.task(i).duration(minutes).constraint(ConstraintType.ALAP, null);
                assignments.add(Assignment.throughout(i, random.nextInt(2), LevelingPlan.WHOLE));
            }
            for (int i = 1; i < 12; i++) {
                if (random.nextBoolean()) {
                    var lag = Lag.working(60L * random.nextInt(6));
                    int from = random.nextInt(i);
                    ahead.link(from, i, DependencyType.FINISH_TO_START, lag);
                    back.link(i, from, DependencyType.FINISH_TO_START, lag);
                }
            }
            // searched with the engine itself, as the other one is
            ahead.task(99).duration(60).inactive(true);
            var people = List.of(new Capacity(0, LevelingPlan.WHOLE), new Capacity(1, LevelingPlan.WHOLE));
            var from = RandomPlans.START.plusHours(random.nextInt(60));
            var to = from.plusHours(1 + random.nextInt(30));

            var expected = Leveling.atOnce(LevelingPlan.of(ahead.build(), people, assignments)
                    .withBookings(List.of(new Booking(0, LevelingPlan.WHOLE, from, to))));
            var mirror = Leveling.atOnce(LevelingPlan.of(back.build(), people, assignments)
                    .withBookings(List.of(new Booking(0, LevelingPlan.WHOLE, mirrored(to), mirrored(from)))));

            assertThat(mirror.overloadsAfter()).isEmpty();
            assertThat(mirror.after().projectStart())
                    .as("round %d", round)
                    .isEqualTo(mirrored(expected.after().projectFinish()));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {61, 62, 63})
    void findsTheDatesOfItsProposalAgainByCriticalPath(long seed) {
        var random = new Random(seed);
        var network = mixed(random, RandomPlans.structured(random, TASKS).network(frame()));
        var leveled = Leveling.atOnce(plan(random, network));
        var drafts = leveled.delays().entrySet().stream()
                .map(entry ->
                        leveled.before().network().describe(entry.getKey()).levelingDelay(entry.getValue()))
                .toList();

        var again = CriticalPath.of(leveled.before().network().with(drafts));

        assertThat(again.all()).isEqualTo(leveled.after().all());
    }

    @ParameterizedTest
    @ValueSource(longs = {71, 72})
    void findsNothingWorseWhenItOptimises(long seed) {
        var random = new Random(seed);
        var plan =
                plan(random, mixed(random, RandomPlans.structured(random, TASKS).network(frame())));

        var one = Leveling.optimise(plan, seed, Course.of(300));

        assertThat(one.delays())
                .isEqualTo(Leveling.optimise(plan, seed, Course.of(300)).delays());
        assertThat(one.after().projectStart())
                .isAfterOrEqualTo(Leveling.atOnce(plan).after().projectStart());
    }

    private static PlanFrame frame() {
        return PlanFrame.finishingAt(FINISH, RandomPlans.OFFICE);
    }

    private static LocalDateTime mirrored(LocalDateTime time) {
        return RandomPlans.START.minus(Duration.between(RandomPlans.START, time));
    }

    private static long second(LocalDateTime time) {
        return time.toEpochSecond(ZoneOffset.UTC);
    }

    /** Two of three tasks as late as possible; no lag in percent of a summary, whose length is not known from behind. */
    private static Network mixed(Random random, Network any) {
        var network = any.withLinks(any.links().stream()
                .filter(link -> link.lag().unit() != Lag.Unit.PERCENT || !any.isSummary(link.predecessor()))
                .toList());
        return network.with(network.ids().stream()
                .filter(id -> !network.isSummary(id) && random.nextInt(3) > 0)
                .map(id -> network.describe(id).constraint(ConstraintType.ALAP, null))
                .toList());
    }

    private static LevelingPlan plan(Random random, Network network) {
        var resources = new ArrayList<Capacity>();
        for (int k = 0; k < 4; k++) {
            resources.add(new Capacity(k, 5_000 * (2 + random.nextInt(4))));
        }
        var assignments = new ArrayList<Assignment>();
        for (long id : network.ids()) {
            for (int k = 0; !network.isSummary(id) && k < 4; k++) {
                if (random.nextInt(3) == 0) {
                    assignments.add(Assignment.throughout(id, k, 2_500 * (1 + random.nextInt(4))));
                }
            }
        }
        return LevelingPlan.of(network, resources, assignments);
    }

    private static LevelingPlan withBookings(Random random, LevelingPlan plan) {
        var bookings = new ArrayList<Booking>();
        for (int k = 0; k < 4; k++) {
            var from = FINISH.minusHours(random.nextInt(600));
            bookings.add(new Booking(k, 5_000, from, from.plusHours(1 + random.nextInt(100))));
        }
        return plan.withBookings(bookings);
    }

    private static LevelingPlan withPriorities(Random random, LevelingPlan plan) {
        Map<Long, Integer> priorities = new HashMap<>();
        for (long id : plan.network().ids()) {
            if (random.nextInt(4) == 0 && !plan.network().isSummary(id)) {
                priorities.put(id, 100 * random.nextInt(11));
            }
        }
        return plan.withPriorities(priorities);
    }
}
