package io.throughline.project.simulation;

import io.throughline.project.schedule.PlanModel;
import io.throughline.project.schedule.TaskKind;
import io.throughline.project.schedule.TaskStatus;
import io.throughline.project.schedule.simulation.Simulated;
import io.throughline.project.schedule.simulation.Simulation;
import io.throughline.project.schedule.simulation.SimulationPlan;
import io.throughline.project.schedule.simulation.Spread;
import io.throughline.project.schedule.simulation.ThreePoints;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Hands a stored plan to the simulation and puts what comes out into days and shares. */
final class PlanTrials {

    private static final int BINS = 40;

    /** Finishes of milestones are kept for each trial; so many in all. */
    private static final int MOST_WATCHED = 2_000_000;

    private static final int MOST_MILESTONES = 100;

    private final PlanModel plan;
    private final int trials;
    private final long seed;
    private final Distribution distribution;

    PlanTrials(PlanModel plan, int trials, long seed, Distribution distribution) {
        this.plan = plan;
        this.trials = trials;
        this.seed = seed;
        this.distribution = distribution;
    }

    /** @throws java.util.concurrent.CancellationException when the watcher says so */
    SimulationResult run(int threads, Simulation.Watcher watcher) {
        var model = new SimulationPlan(plan.network(), estimates(), List.of(), List.of(), milestones(), trials, seed);
        return result(Simulation.of(model, threads, watcher));
    }

    private Map<Long, ThreePoints> estimates() {
        var estimates = new HashMap<Long, ThreePoints>();
        for (var task : plan.tasks()) {
            if (task.estimate() != null && isOpenWork(task)) {
                estimates.put((long) task.number(), distribution.remaining(task.estimate(), task.percentComplete()));
            }
        }
        return estimates;
    }

    private Set<Long> milestones() {
        return plan.tasks().stream()
                .filter(task -> task.kind() == TaskKind.MILESTONE && task.status() != TaskStatus.DONE)
                .map(task -> (long) task.number())
                .sorted(Comparator.comparing(no -> plan.schedule().finishOf(no)))
                .limit(Math.min(MOST_MILESTONES, MOST_WATCHED / trials))
                .collect(Collectors.toSet());
    }

    private static boolean isOpenWork(PlanModel.Task task) {
        return task.kind() == TaskKind.TASK && !task.summary() && task.status() != TaskStatus.DONE;
    }

    private SimulationResult result(Simulated simulated) {
        var finish = simulated.finish();
        var planned = plan.schedule().projectFinish();
        var histogram = histogram(finish);
        return new SimulationResult(
                simulated.seed(),
                simulated.trials(),
                distribution,
                plan.revision(),
                (int) plan.tasks().stream()
                        .filter(task -> task.estimate() != null && isOpenWork(task))
                        .count(),
                (int) plan.tasks().stream().filter(PlanTrials::isOpenWork).count(),
                planned,
                rounded(finish.shareBy(planned)),
                finish.earliest(),
                finish.p(10),
                finish.p(50),
                finish.p(80),
                finish.p(90),
                finish.latest(),
                finish.mean(),
                finish.standardDeviation().toMinutes(),
                histogram,
                curve(finish, histogram),
                tasks(simulated),
                milestones(simulated));
    }

    /** By whole days, or by several; where all end within two days, by equal parts of them. */
    private static List<SimulationResult.Bin> histogram(Spread finish) {
        var first = finish.earliest().toLocalDate().atStartOfDay();
        long days = ChronoUnit.DAYS.between(first, finish.latest()) + 1;
        if (days <= 2) {
            return finish.histogram(BINS).stream()
                    .map(bin -> new SimulationResult.Bin(bin.from(), bin.to(), bin.trials()))
                    .toList();
        }
        long width = (days + BINS - 1) / BINS;
        var bins = new ArrayList<SimulationResult.Bin>();
        long before = 0;
        for (var from = first; !from.isAfter(finish.latest()); from = from.plusDays(width)) {
            var to = from.plusDays(width);
            long by = Math.round(finish.shareBy(to.minusSeconds(1)) * finish.trials());
            bins.add(new SimulationResult.Bin(from, to, (int) (by - before)));
            before = by;
        }
        return bins;
    }

    /** Nothing is done before the first stretch begins, all by the end of the last. */
    private static List<SimulationResult.Point> curve(Spread finish, List<SimulationResult.Bin> histogram) {
        var start = new SimulationResult.Point(histogram.get(0).from(), 0);
        var ends = histogram.stream()
                .map(bin -> new SimulationResult.Point(
                        bin.to(), rounded(finish.shareBy(bin.to().minusSeconds(1)))));
        return Stream.concat(Stream.of(start), ends).toList();
    }

    private List<SimulationResult.Task> tasks(Simulated simulated) {
        return simulated.tasks().entrySet().stream()
                .map(entry -> new SimulationResult.Task(
                        entry.getKey().intValue(),
                        rounded(entry.getValue().criticality()),
                        rounded(entry.getValue().cruciality())))
                .sorted(Comparator.comparingDouble((SimulationResult.Task task) -> -Math.abs(task.cruciality()))
                        .thenComparingDouble(task -> -task.criticality())
                        .thenComparingInt(SimulationResult.Task::no))
                .toList();
    }

    private List<SimulationResult.Milestone> milestones(Simulated simulated) {
        return simulated.watched().entrySet().stream()
                .map(entry -> new SimulationResult.Milestone(
                        entry.getKey().intValue(),
                        plan.schedule().finishOf(entry.getKey()),
                        entry.getValue().p(50),
                        entry.getValue().p(80),
                        entry.getValue().p(90)))
                .sorted(Comparator.comparing(SimulationResult.Milestone::planned)
                        .thenComparingInt(SimulationResult.Milestone::no))
                .toList();
    }

    private static double rounded(double share) {
        return Math.round(share * 10_000) / 10_000.0;
    }
}
