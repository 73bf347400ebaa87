package io.throughline.project.schedule.leveling;

import io.throughline.foundation.calendar.LocalHours;
import io.throughline.project.schedule.leveling.LevelingPlan.Assignment;
import io.throughline.project.schedule.leveling.LevelingPlan.Capacity;
import io.throughline.project.schedule.network.CriticalPath;
import io.throughline.project.schedule.network.GeneratedNetworks;
import io.throughline.project.schedule.network.NetworkFixtures;
import io.throughline.project.schedule.network.Schedule;
import io.throughline.project.schedule.network.TaskDraft;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * 2 000 tasks of forty projects and sixty people, each task of one of them, for all or half of the day; all in one calendar, or
 * everybody with a day of leave of their own; from their start, or counted back from the finish they have.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2)
@Measurement(iterations = 4)
@Fork(
        value = 1,
        jvmArgs = {"-Xmx512m", "-XX:+UseSerialGC"})
public class LevelingLoadBenchmark {

    private static final int TASKS = 2000;
    private static final int PEOPLE = 60;

    @Param({"false", "true"})
    public boolean ownLeave;

    @Param({"false", "true"})
    public boolean fromFinish;

    private LevelingPlan plan = plan(false, false);

    @Setup
    public void prepare() {
        plan = plan(ownLeave, fromFinish);
    }

    @Benchmark
    public Leveled atOnce() {
        return Leveling.atOnce(plan);
    }

    private static LevelingPlan plan(boolean ownLeave, boolean fromFinish) {
        var generated = GeneratedNetworks.of(TASKS, 50, 0.3, 42);
        var network = fromFinish ? generated.networkFromItsFinish() : generated.network();
        var dates = CriticalPath.of(network);
        var random = new Random(42);
        var people = new ArrayList<Capacity>();
        var leave = new ArrayList<LocalHours>();
        for (int k = 0; k < PEOPLE; k++) {
            people.add(new Capacity(k, LevelingPlan.WHOLE));
            leave.add(NetworkFixtures.office(
                    NetworkFixtures.holiday("0" + (1 + random.nextInt(9)) + "-1" + random.nextInt(9))));
        }
        var assignments = new ArrayList<Assignment>();
        var drafts = new ArrayList<TaskDraft>();
        for (long task = 0; task < TASKS; task++) {
            int who = random.nextInt(PEOPLE);
            int units = LevelingPlan.WHOLE / (1 + random.nextInt(2));
            long minutes = minutes(dates, task);
            if (ownLeave) {
                assignments.add(new Assignment(task, who, units, leave.get(who), minutes));
                drafts.add(network.describe(task).assigned(leave.get(who), minutes));
            } else {
                assignments.add(Assignment.throughout(task, who, units));
            }
        }
        return LevelingPlan.of(network.with(drafts), people, assignments);
    }

    private static long minutes(Schedule schedule, long task) {
        var dates = schedule.of(task);
        var hours = schedule.network().frame().hours();
        return hours.between(
                        dates.start().toEpochSecond(ZoneOffset.UTC),
                        dates.finish().toEpochSecond(ZoneOffset.UTC))
                / 60;
    }
}
