package io.throughline.project.schedule.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.project.schedule.ConstraintType;
import io.throughline.project.schedule.DependencyType;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every network, on random ones. A failure names its seed. */
class NetworkPropertyTests {

    private static final int ROUNDS = 40;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void replansAChangeAsAFullRunWould(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            var plans = RandomPlans.full(
                    random, 40, ConstraintType.ASAP, ConstraintType.ASAP, ConstraintType.SNET, ConstraintType.MFO);
            var schedule = CriticalPath.of(plans.network());
            for (int change = 0; change < 10; change++) {
                int task = random.nextInt(40);
                var draft = random.nextBoolean()
                        ? schedule.network().describe(task).duration(30L * random.nextInt(100))
                        : fresh(task, plans);
                var changed = schedule.network().with(draft);

                var replanned = schedule.replan(changed);

                assertThat(replanned.all()).isEqualTo(CriticalPath.of(changed).all());
                assertThat(replanned.projectFinish())
                        .isEqualTo(CriticalPath.of(changed).projectFinish());
                schedule = replanned;
            }
        }
    }

    private static TaskDraft fresh(long id, RandomPlans plans) {
        var draft = new TaskDraft(id);
        plans.describe(draft);
        return draft;
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16})
    void describesATaskAsItWasSaid(long seed) {
        var random = new Random(seed);
        var network = RandomPlans.full(random, 60, ConstraintType.values()).network();
        var before = CriticalPath.of(network);

        for (long id : network.ids()) {
            network = network.with(network.describe(id));
        }

        assertThat(CriticalPath.of(network).all()).isEqualTo(before.all());
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24, 25, 26})
    void startsNoAutomaticTaskBeforeItsPredecessorsAllow(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            var schedule = CriticalPath.of(RandomPlans.structured(random, 40).network());
            var network = schedule.network();
            for (var link : network.links()) {
                if (network.isSummary(link.successor())) {
                    continue;
                }
                int to = network.indexOf(link.successor());
                int k = linkIndex(network, link, to);
                int from = network.indexOf(link.predecessor());
                var dates = schedule.dates;
                long length = network.isSummary(link.predecessor())
                        ? schedule.clock.between(from, dates.start[from], dates.finish[from])
                        : network.tasks.duration[from];
                long bound =
                        switch (link.type()) {
                            case FINISH_TO_START, FINISH_TO_FINISH ->
                                schedule.clock.lagged(k, dates.finish[from], length);
                            case START_TO_START, START_TO_FINISH -> schedule.clock.lagged(k, dates.start[from], length);
                        };
                long date =
                        switch (link.type()) {
                            case FINISH_TO_START, START_TO_START -> dates.start[to];
                            case FINISH_TO_FINISH, START_TO_FINISH -> dates.finish[to];
                        };
                assertThat(schedule.clock.between(to, bound, date))
                        .as("round %d, %s", round, link)
                        .isNotNegative();
                assertThat(schedule.of(link.successor()).start()).isAfterOrEqualTo(RandomPlans.START);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {61, 62, 63, 64, 65, 66})
    void keepsSharesOfASummaryCountedBackFromTheFinish(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            var schedule = CriticalPath.of(summariesWithShares(random));
            var network = schedule.network();
            var dates = schedule.dates;
            for (var link : network.links()) {
                int to = network.indexOf(link.successor());
                int from = network.indexOf(link.predecessor());
                int k = linkIndex(network, link, to);
                long length = schedule.clock.between(from, dates.start[from], dates.finish[from]);
                boolean starts = link.type() == DependencyType.START_TO_START;
                long bound = schedule.clock.lagged(k, starts ? dates.start[from] : dates.finish[from], length);
                assertThat(schedule.clock.between(to, bound, dates.start[to]))
                        .as("round %d, %s", round, link)
                        .isBetween(0L, starts ? Long.MAX_VALUE : 0L);
            }
            assertThat(schedule.projectFinish()).isEqualTo(NetworkFixtures.at("06-30 17:00"));
        }
    }

    /** Two to four blocks of tasks as late as possible, each behind the one before it by a share of that one's length. */
    private static Network summariesWithShares(Random random) {
        var builder = Network.in(PlanFrame.finishingAt(NetworkFixtures.at("06-30 17:00"), RandomPlans.OFFICE));
        int blocks = 2 + random.nextInt(3);
        for (int block = 0; block < blocks; block++) {
            builder.task(100L * block);
            for (int i = 1; i <= 1 + random.nextInt(3); i++) {
                builder.task(100L * block + i)
                        .parent(100L * block)
                        .duration(30L * (1 + random.nextInt(60)))
                        .constraint(ConstraintType.ALAP, null);
                if (i > 1 && random.nextBoolean()) {
                    builder.link(
                            100L * block + i - 1, 100L * block + i, DependencyType.FINISH_TO_START, Lag.working(0));
                }
            }
            if (block > 0) {
                boolean starts = random.nextInt(3) == 0;
                builder.link(
                        100L * (block - 1),
                        100L * block + 1,
                        starts ? DependencyType.START_TO_START : DependencyType.FINISH_TO_START,
                        Lag.percent(100L * (1 + random.nextInt(120))));
            }
        }
        return builder.build();
    }

    private static int linkIndex(Network network, Link link, int to) {
        for (int k = network.links.in[to]; k < network.links.in[to + 1]; k++) {
            if (network.links.link(k, network.tasks.id).equals(link)) {
                return k;
            }
        }
        throw new IllegalStateException();
    }

    @ParameterizedTest
    @ValueSource(longs = {31, 32, 33, 34, 35, 36})
    void spendsTotalSlackWithoutMovingTheFinishAndNotAMinuteMore(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < ROUNDS / 2; round++) {
            var schedule = CriticalPath.of(RandomPlans.plain(random, 30).network());
            for (var task : schedule.all()) {
                var late = schedule.network().with(held(schedule, task, 0));
                var later = schedule.network().with(held(schedule, task, 1));

                assertThat(CriticalPath.of(late).projectFinish())
                        .as("seed %d round %d task %d", seed, round, task.id())
                        .isEqualTo(schedule.projectFinish());
                assertThat(CriticalPath.of(later).projectFinish())
                        .as("seed %d round %d task %d", seed, round, task.id())
                        .isAfter(schedule.projectFinish());
            }
        }
    }

    /** The task held until its late start, or so many minutes longer. */
    private static TaskDraft held(Schedule schedule, TaskDates task, long minutes) {
        int i = schedule.network().indexOf(task.id());
        long early = Seconds.of(task.earlyStart());
        long slack = task.totalSlack() + minutes;
        long start = slack == 0 ? early : schedule.network().tasks.hours[i].add(early, slack * Seconds.MINUTE);
        return schedule.network().describe(task.id()).constraint(ConstraintType.SNET, Seconds.local(start));
    }

    @ParameterizedTest
    @ValueSource(longs = {41, 42, 43, 44, 45, 46})
    void namesAllDriversAndOnlyThose(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < ROUNDS / 4; round++) {
            var plans = RandomPlans.full(
                    random, 30, ConstraintType.ASAP, ConstraintType.SNET, ConstraintType.MSO, ConstraintType.SNLT);
            var schedule = CriticalPath.of(plans.network());
            for (var task : schedule.all()) {
                if (!task.summary()) {
                    namesDrivers(schedule, task, "seed " + seed + " round " + round + " task " + task.id());
                }
            }
        }
    }

    private static void namesDrivers(Schedule schedule, TaskDates task, String where) {
        var network = schedule.network();
        var drivers = schedule.startDrivers(task.id());
        assertThat(drivers).as(where).isNotEmpty();
        var named = new ArrayList<Link>();
        drivers.stream().map(Driver::link).filter(link -> link != null).forEach(named::add);

        for (var link : network.links()) {
            if (!named.contains(link)) {
                var without = CriticalPath.of(network.withLinks(without(network, List.of(link))));
                if (link.successor() == task.id()) {
                    assertThat(without.of(task.id()).start())
                            .as(where + " without " + link)
                            .isEqualTo(task.start());
                }
            }
        }
        boolean removable = drivers.stream().allMatch(driver -> switch (driver.kind()) {
            case PREDECESSOR, SUMMARY_PREDECESSOR, CALENDAR, LEVELING -> true;
            case CONSTRAINT -> driver.task() == null;
            default -> false;
        });
        if (removable) {
            var freed = network.withLinks(without(network, named))
                    .with(network.describe(task.id())
                            .constraint(ConstraintType.ASAP, null)
                            .levelingDelay(0));
            assertThat(CriticalPath.of(freed).of(task.id()).start()).as(where).isNotEqualTo(task.start());
        }
    }

    private static List<Link> without(Network network, List<Link> gone) {
        return network.links().stream().filter(link -> !gone.contains(link)).toList();
    }

    @ParameterizedTest
    @ValueSource(longs = {51, 52, 53, 54})
    void movesNobodyByATaskAsLateAsItsSuccessorsLet(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            var plain = RandomPlans.structured(random, 40).network();
            var before = CriticalPath.of(plain);
            int task = random.nextInt(40);
            var after = CriticalPath.of(plain.with(plain.describe(task).constraint(ConstraintType.ALAP, null)));

            assertThat(after.of(task).start()).isAfterOrEqualTo(before.of(task).start());
            for (var other : before.all()) {
                if (other.id() != task && !other.summary()) {
                    assertThat(after.of(other.id()).start()).isEqualTo(other.start());
                }
            }
            assertThat(after.projectFinish()).isEqualTo(before.projectFinish());
        }
    }
}
