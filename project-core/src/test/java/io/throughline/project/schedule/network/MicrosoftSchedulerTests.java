package io.throughline.project.schedule.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.project.schedule.ConstraintType;
import io.throughline.project.schedule.DependencyType;
import io.throughline.project.schedule.network.PlanFrame.Alap;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Agreement with the scheduler of the MPXJ library on the kinds of plans in which it reproduces Microsoft Project: dates,
 * total slack and critical of every task. Where it does not and why: docs/developer/scheduling.md.
 */
class MicrosoftSchedulerTests {

    private static final LocalDateTime START = NetworkFixtures.at("03-02 08:00");
    private static final int LEAVES = 30;

    @ParameterizedTest
    @CsvSource({"1000, 50, 1, 42", "3000, 50, 1.5, 7", "2000, 20, 0.5, 3"})
    void agreesOnGeneratedNetworks(int size, int length, double more, long seed) {
        agrees(GeneratedNetworks.of(size, length, more, seed).network(), GeneratedNetworks.START);
    }

    /** Links of all kinds that only later tasks have, so that none reaches before the project's start. */
    @ParameterizedTest
    @EnumSource(ConstraintType.class)
    void agreesOnConstraints(ConstraintType constraint) {
        for (long seed = 0; seed < 150; seed++) {
            var random = new Random(seed);
            var builder = Network.in(
                    PlanFrame.startingAt(START, NetworkFixtures.office()).withAlap(Alap.TOTAL_SLACK));
            for (int i = 0; i < LEAVES; i++) {
                var task = builder.task(i).duration(30L * (1 + random.nextInt(100)));
                if (random.nextInt(10) == 0) {
                    task.constraint(constraint, workingTime(random, constraint));
                }
                if (random.nextInt(12) == 0 && constraint != ConstraintType.ALAP) {
                    task.deadline(workingTime(random, ConstraintType.FNLT));
                }
            }
            builder.links(links(random, null));
            agrees(builder.build(), START);
        }
    }

    @Test
    void agreesOnSummaries() {
        for (long seed = 0; seed < 300; seed++) {
            var random = new Random(seed);
            var builder = Network.in(PlanFrame.startingAt(START, NetworkFixtures.office()));
            for (int i = 0; i < LEAVES; i++) {
                builder.task(i).duration(30L * (1 + random.nextInt(100))).parent(LEAVES + i / 5);
            }
            for (int s = LEAVES; s < LEAVES + LEAVES / 5; s++) {
                builder.task(s);
            }
            var types = new DependencyType[] {DependencyType.FINISH_TO_START, DependencyType.FINISH_TO_FINISH};
            builder.links(links(random, null));
            for (int k = 0; k < 3; k++) {
                int to = 1 + random.nextInt(LEAVES / 5 - 1);
                builder.link(LEAVES + random.nextInt(to), LEAVES + to, types[0], Lag.working(30L * random.nextInt(40)));
            }
            agrees(builder.build(), START);
        }
    }

    @Test
    void agreesOnFinishedTasks() {
        for (long seed = 0; seed < 150; seed++) {
            var random = new Random(seed);
            var builder = Network.in(PlanFrame.startingAt(START, NetworkFixtures.office()));
            var office = NetworkFixtures.office();
            for (int i = 0; i < LEAVES; i++) {
                long minutes = 30L * (1 + random.nextInt(100));
                var task = builder.task(i).duration(minutes);
                if (i < 8 && random.nextBoolean()) {
                    var begun = workingTime(random, ConstraintType.SNET);
                    long ended = office.add(Seconds.of(begun), minutes * Seconds.MINUTE);
                    task.actualStart(begun).actualFinish(Seconds.local(ended));
                }
            }
            agrees(builder.links(links(random, DependencyType.FINISH_TO_START)).build(), START);
        }
    }

    @Test
    void agreesOnTasksInProgress() {
        for (long seed = 0; seed < 150; seed++) {
            var random = new Random(seed);
            var builder = Network.in(PlanFrame.startingAt(START, NetworkFixtures.office()));
            for (int i = 0; i < LEAVES; i++) {
                long minutes = 60L * (1 + random.nextInt(50));
                var task = builder.task(i).duration(minutes);
                if (i < 8 && random.nextBoolean()) {
                    task.actualStart(workingTime(random, ConstraintType.SNET)).remaining(minutes / 2);
                }
            }
            agrees(builder.links(links(random, DependencyType.FINISH_TO_START)).build(), START);
        }
    }

    @Test
    void agreesOnManualTasks() {
        for (long seed = 0; seed < 150; seed++) {
            var random = new Random(seed);
            var builder = Network.in(PlanFrame.startingAt(START, NetworkFixtures.office()));
            var office = NetworkFixtures.office();
            for (int i = 0; i < LEAVES; i++) {
                long minutes = 60L * (1 + random.nextInt(50));
                var task = builder.task(i).duration(minutes);
                if (random.nextInt(6) == 0) {
                    var begin = workingTime(random, ConstraintType.SNET);
                    task.manual(begin, Seconds.local(office.add(Seconds.of(begin), minutes * Seconds.MINUTE)));
                }
            }
            agrees(builder.links(links(random, DependencyType.FINISH_TO_START)).build(), START);
        }
    }

    @Test
    void agreesOnTaskCalendars() {
        for (long seed = 0; seed < 150; seed++) {
            var random = new Random(seed);
            var builder = Network.in(PlanFrame.startingAt(START, NetworkFixtures.office()));
            for (int i = 0; i < LEAVES; i++) {
                var task = builder.task(i).duration(30L * (1 + random.nextInt(100)));
                if (random.nextInt(4) == 0) {
                    task.hours(RandomPlans.SHIFTS);
                }
            }
            agrees(builder.links(links(random, DependencyType.FINISH_TO_START)).build(), START);
        }
    }

    @Test
    void agreesOnResourceCalendars() {
        for (long seed = 0; seed < 150; seed++) {
            var random = new Random(seed);
            var office = NetworkFixtures.office();
            var builder = Network.in(PlanFrame.startingAt(START, office));
            for (int i = 0; i < LEAVES; i++) {
                long minutes = 30L * (1 + random.nextInt(100));
                var task = builder.task(i).duration(minutes);
                switch (random.nextInt(4)) {
                    case 0 -> task.assigned(RandomPlans.SHIFTS, minutes);
                    case 1 -> task.assigned(office, minutes).assigned(RandomPlans.SHIFTS, minutes / 2);
                    default -> {}
                }
            }
            agrees(builder.links(links(random, DependencyType.FINISH_TO_START)).build(), START);
        }
    }

    private static List<Link> links(Random random, @Nullable DependencyType only) {
        var links = new ArrayList<Link>();
        for (int i = 1; i < LEAVES; i++) {
            links.add(new Link(random.nextInt(i), i, DependencyType.FINISH_TO_START, lag(random)));
            if (random.nextBoolean() && i > 1) {
                var type = only == null ? DependencyType.values()[random.nextInt(4)] : only;
                int from = random.nextInt(i);
                if (links.get(links.size() - 1).predecessor() != from) {
                    links.add(new Link(from, i, type, lag(random)));
                }
            }
        }
        return links;
    }

    private static Lag lag(Random random) {
        return random.nextInt(3) > 0 ? Lag.NONE : Lag.working(30L * random.nextInt(60));
    }

    /** An opening for what starts then, a closing for what ends then. */
    private static LocalDateTime workingTime(Random random, ConstraintType constraint) {
        var day = START.toLocalDate().plusWeeks(random.nextInt(8)).plusDays(random.nextInt(5));
        return switch (constraint) {
            case FNET, FNLT, MFO -> day.atTime(17, 0);
            default -> day.atTime(8, 0);
        };
    }

    private static void agrees(Network network, LocalDateTime start) {
        var ours = CriticalPath.of(network);
        var peer = PeerPlan.of(network, start);
        peer.schedule();
        var differences = new ArrayList<String>();
        for (var task : ours.all()) {
            var theirs = peer.task(task.id());
            int i = network.indexOf(task.id());
            compare(differences, ours, i, "start", task.start(), theirs.getStart());
            compare(differences, ours, i, "finish", task.finish(), theirs.getFinish());
            compare(differences, ours, i, "late start", task.lateStart(), theirs.getLateStart());
            compare(differences, ours, i, "late finish", task.lateFinish(), theirs.getLateFinish());
            if (network.tasks.constraint[i] == ConstraintType.ALAP) {
                assertThat(task.totalSlack()).isNotPositive();
                continue;
            }
            if (!task.summary() && task.totalSlack() != peer.totalSlack(task.id())) {
                differences.add(task.id() + " slack " + task.totalSlack() + " / " + peer.totalSlack(task.id()));
            }
            if (task.critical() != theirs.getCritical()) {
                differences.add(task.id() + " critical " + task.critical());
            }
        }
        assertThat(differences).isEmpty();
    }

    /** Moments without working time between them are the same. */
    private static void compare(
            List<String> differences, Schedule schedule, int i, String what, LocalDateTime ours, LocalDateTime theirs) {
        if (schedule.clock.between(i, Seconds.of(ours), Seconds.of(theirs)) != 0) {
            differences.add(schedule.network().tasks.id[i] + " " + what + " " + ours + " / " + theirs);
        }
    }
}
