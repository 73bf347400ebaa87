package io.throughline.project.schedule.leveling;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.project.schedule.ConstraintType;
import io.throughline.project.schedule.leveling.LevelingPlan.Assignment;
import io.throughline.project.schedule.leveling.LevelingPlan.Booking;
import io.throughline.project.schedule.leveling.LevelingPlan.Capacity;
import io.throughline.project.schedule.network.CriticalPath;
import io.throughline.project.schedule.network.Lag;
import io.throughline.project.schedule.network.Network;
import io.throughline.project.schedule.network.RandomPlans;
import io.throughline.project.schedule.network.ScheduleCheck;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every leveled plan, on random ones. A failure names its seed. */
class LevelingPropertyTests {

    private static final int ROUNDS = 6;
    private static final int TASKS = 30;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void leavesNoOverloadInPlansOnOneClock(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            var plan = plan(random, RandomPlans.plain(random, TASKS).network());

            var leveled = Leveling.atOnce(plan);

            assertThat(leveled.overloadsAfter()).as("round %d", round).isEmpty();
            assertThat(ScheduleCheck.violations(leveled.after()))
                    .as("round %d", round)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16})
    void leavesNoOverloadInPlansWithSeveralCalendarsAndSummaries(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            var plan = withBookings(
                    random, plan(random, RandomPlans.structured(random, TASKS).network()));

            var leveled = Leveling.atOnce(plan);

            assertThat(leveled.overloadsAfter()).as("round %d", round).isEmpty();
            assertThat(ScheduleCheck.violations(leveled.after()))
                    .as("round %d", round)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24, 25, 26, 27, 28})
    void movesNothingThatIsFixedAndBreaksNothing(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            var network =
                    RandomPlans.full(random, TASKS, ConstraintType.values()).network();
            var plan = withPriorities(random, withBookings(random, plan(random, network)));
            plan = random.nextBoolean() ? plan.onlyWithinSlack() : plan;

            var leveled = Leveling.atOnce(plan);

            var before = leveled.before();
            for (var task : leveled.after().all()) {
                boolean pinned = plan.priority(task.id()) == LevelingPlan.NEVER_MOVE || network.hasBegun(task.id());
                if (pinned && !task.summary()) {
                    assertThat(task.start())
                            .as("round %d task %d", round, task.id())
                            .isEqualTo(before.of(task.id()).start());
                }
            }
            var broken = new ArrayList<>(ScheduleCheck.violations(leveled.after()));
            broken.removeAll(ScheduleCheck.violations(before));
            assertThat(broken).as("round %d", round).isEmpty();
            if (plan.withinSlack()) {
                assertThat(leveled.after().projectFinish()).isEqualTo(before.projectFinish());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {31, 32, 33, 34})
    void isNeverLaterThanTheInputOrderOrPlainLatestFinish(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            var plan = plan(random, RandomPlans.structured(random, TASKS).network());

            var leveled = Leveling.atOnce(plan);

            var problem = new Problem(plan);
            var rules = new Rules(problem);
            for (var rule : List.of(rules.inputOrder(), rules.latestFinish())) {
                var board = new CalendarBoard(problem);
                var list = new int[problem.size];
                board.listed(rule, list);
                board.decode(list);
                assertThat(finish(leveled)).isLessThanOrEqualTo(board.end());
            }
        }
    }

    private static long finish(Leveled leveled) {
        return leveled.after().projectFinish().toEpochSecond(java.time.ZoneOffset.UTC);
    }

    @ParameterizedTest
    @ValueSource(longs = {41, 42, 43, 44})
    void countsTheSameOnOneClockAsWithTheEngine(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            var problem = new Problem(
                    plan(random, inWholeMinutes(RandomPlans.plain(random, TASKS).network())));
            var clock = problem.placement().oneClock(new boolean[problem.size]);
            assertThat(clock).isNotNull();
            var plain = PlainBoard.forward(problem, clock);
            var engine = new CalendarBoard(problem);
            var list = new int[problem.size];
            var keys = new Rules(problem).latestFinish();
            Search.disturb(keys, 1_000_000, random, keys);
            engine.listed(keys, list);

            plain.decode(list);
            engine.decode(list);

            for (int step = 0; step < problem.size; step++) {
                assertThat(clock.at(engine.start(step)))
                        .as("round %d step %d", round, step)
                        .isEqualTo(plain.start(step));
                assertThat(clock.at(engine.finish(step))).isEqualTo(plain.finish(step));
            }
        }
    }

    /** Delays are minutes, so where a percentage leads to odd seconds the engine may be a minute later. */
    private static Network inWholeMinutes(Network network) {
        return network.withLinks(network.links().stream()
                .filter(link -> link.lag().unit() == Lag.Unit.WORKING)
                .toList());
    }

    @ParameterizedTest
    @ValueSource(longs = {51, 52, 53})
    void findsTheSameAgainFromTheSameSeedAndNothingWorseThanAtOnce(long seed) {
        var random = new Random(seed);
        var plan = plan(random, RandomPlans.plain(random, 40).network());

        var one = Leveling.optimise(plan, seed, Course.of(4000));
        var other = Leveling.optimise(plan, seed, Course.of(4000));

        assertThat(one.delays()).isEqualTo(other.delays());
        assertThat(finish(one)).isLessThanOrEqualTo(finish(Leveling.atOnce(plan)));
    }

    @ParameterizedTest
    @ValueSource(longs = {61, 62, 63})
    void findsTheDatesOfItsProposalAgainByCriticalPath(long seed) {
        var random = new Random(seed);
        var leveled = Leveling.atOnce(
                plan(random, RandomPlans.structured(random, TASKS).network()));
        var drafts = leveled.delays().entrySet().stream()
                .map(entry ->
                        leveled.before().network().describe(entry.getKey()).levelingDelay(entry.getValue()))
                .toList();

        var again = CriticalPath.of(leveled.before().network().with(drafts));

        assertThat(again.all()).isEqualTo(leveled.after().all());
    }

    /** Four people of different capacity, every task needing up to three of them. */
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
            var from = RandomPlans.START.plusHours(random.nextInt(600));
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
