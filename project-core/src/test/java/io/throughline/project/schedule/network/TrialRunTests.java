package io.throughline.project.schedule.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.project.schedule.ConstraintType;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Trials say what the engine would say of the same network. A failure names its seed. */
class TrialRunTests {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void agreesWithTheCriticalPathOnOneClock(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < 20; round++) {
            var network = withoutPercent(RandomPlans.plain(random, 30).network());
            var run = TrialRun.of(network);
            assertThat(run).isInstanceOf(PlainTrialRun.class);
            agrees(random, network, run);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24, 25, 26})
    void agreesWhereWorkHasBegun(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < 20; round++) {
            var network =
                    begun(random, withoutPercent(RandomPlans.plain(random, 30).network()));
            var run = TrialRun.of(network);
            assertThat(run).isInstanceOf(PlainTrialRun.class);
            for (int i = 0; i < network.size(); i++) {
                var progress = network.tasks.progress[i];
                if (progress != null && !progress.isFinished()) {
                    long minutes = 30L * (1 + random.nextInt(100));
                    run.take(i, 60 * minutes);
                    long before = Math.max(0, network.tasks.duration[i] - progress.remaining()) / 60;
                    network = network.with(network.describe(network.tasks.id[i])
                            .duration(before + minutes)
                            .remaining(minutes));
                }
            }

            run.run();

            compare(network, run);
        }
    }

    /** Of the tasks that wait for nobody some are done, some begun. */
    private static Network begun(Random random, Network given) {
        var network = given;
        for (int i = 0; i < network.size(); i++) {
            boolean first = network.links.in[i] == network.links.in[i + 1];
            if (first && random.nextBoolean()) {
                var start = RandomPlans.START.plusMinutes(30L * random.nextInt(500));
                var draft = network.describe(network.tasks.id[i]).actualStart(start);
                network = network.with(
                        random.nextBoolean()
                                ? draft.actualFinish(start.plusDays(2))
                                : draft.remaining(30L * random.nextInt(60)));
            }
        }
        return network;
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16})
    void agreesWithTheCriticalPathOnAnyNetwork(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < 20; round++) {
            var network = RandomPlans.full(random, 30, ConstraintType.values()).network();
            agrees(random, network, TrialRun.of(network));
        }
    }

    private static Network withoutPercent(Network network) {
        return network.withLinks(network.links().stream()
                .filter(link -> link.lag().unit() == Lag.Unit.WORKING)
                .toList());
    }

    private static void agrees(Random random, Network given, TrialRun run) {
        for (int trial = 0; trial < 4; trial++) {
            var network = given;
            for (int i = 0; i < network.size(); i++) {
                boolean free = network.tasks.progress[i] == null && network.tasks.parts[i] == null;
                if (run.varies(i) && free && network.tasks.duration[i] > 0) {
                    long minutes = 30L * (1 + random.nextInt(100));
                    run.take(i, 60 * minutes);
                    network = network.with(longer(network, i, minutes));
                }
            }

            run.run();

            compare(network, run);
        }
    }

    private static void compare(Network network, TrialRun run) {
        var schedule = CriticalPath.of(network);
        assertThat(Seconds.local(run.second(run.finish()))).isEqualTo(schedule.projectFinish());
        for (int i = 0; i < network.size(); i++) {
            if (!network.tree.isSummary(i)) {
                assertThat(run.isCritical(i))
                        .as("task %d", i)
                        .isEqualTo(schedule.of(network.tasks.id[i]).critical());
            }
        }
    }

    private static TaskDraft longer(Network network, int i, long minutes) {
        var draft = network.describe(network.tasks.id[i]);
        return network.tasks.hours[i] == TaskTable.ALWAYS ? draft.elapsedDuration(minutes) : draft.duration(minutes);
    }
}
