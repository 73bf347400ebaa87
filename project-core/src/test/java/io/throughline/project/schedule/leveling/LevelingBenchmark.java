package io.throughline.project.schedule.leveling;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Mean gap to the best known length and processor time an instance, at once and after so many CPU seconds of optimising.
 * Arguments: seconds (default 2), and a set to choose.
 */
public final class LevelingBenchmark {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private LevelingBenchmark() {}

    private record Run(
            String name, String set, double once, double onceMillis, double best, double millis, long tried) {}

    public static void main(String[] args) {
        if (!RcpspInstances.arePresent()) {
            System.out.println(
                    "No PSPLIB instances in " + RcpspInstances.folder() + ", name their folder by -Drcpsp=…");
            return;
        }
        double seconds = args.length > 0 ? Double.parseDouble(args[0]) : 2;
        var instances = RcpspInstances.all().stream()
                .filter(one -> args.length < 2
                        || ("," + args[1] + ",").contains("," + one.set() + ",")
                        || ("," + args[1] + ",").contains("," + one.name() + ","))
                .toList();
        for (int warm = 0; warm < 3; warm++) {
            instances.forEach(one -> Leveling.atOnce(one.plan()));
        }
        var sets = new TreeMap<String, List<Run>>();
        for (var one : instances) {
            var run = run(one, seconds);
            System.out.printf(
                    "%-10s best %4d  at once +%4.0f in %5.1f ms  optimised +%3.0f in %6.0f ms, %d schedules%n",
                    run.name,
                    one.best(),
                    run.once * one.best(),
                    run.onceMillis,
                    run.best * one.best(),
                    run.millis,
                    run.tried);
            sets.computeIfAbsent(run.set, key -> new ArrayList<>()).add(run);
        }
        sets.forEach((set, runs) -> System.out.printf(
                "%s: %d instances, at once %.2f %% in %.1f ms (most %.1f), optimised %.2f %% in %.0f ms%n",
                set,
                runs.size(),
                100 * runs.stream().mapToDouble(Run::once).average().orElseThrow(),
                runs.stream().mapToDouble(Run::onceMillis).average().orElseThrow(),
                runs.stream().mapToDouble(Run::onceMillis).max().orElseThrow(),
                100 * runs.stream().mapToDouble(Run::best).average().orElseThrow(),
                runs.stream().mapToDouble(Run::millis).average().orElseThrow()));
    }

    private static Run run(RcpspInstances.Instance one, double seconds) {
        long start = THREADS.getCurrentThreadCpuTime();
        var once = Leveling.atOnce(one.plan());
        long middle = THREADS.getCurrentThreadCpuTime();
        var course = Course.lasting(Duration.ofMillis((long) (1000 * seconds)), THREADS::getCurrentThreadCpuTime);
        var optimised = Leveling.optimise(one.plan(), 1, course);
        long end = THREADS.getCurrentThreadCpuTime();
        return new Run(
                one.name(),
                one.set(),
                (double) one.days(once) / one.best() - 1,
                (middle - start) / 1e6,
                (double) one.days(optimised) / one.best() - 1,
                (end - middle) / 1e6,
                optimised.schedules());
    }
}
