package io.throughline.project.schedule.simulation;

import io.throughline.project.schedule.network.InvalidNetworkException;
import io.throughline.project.schedule.network.TrialRun;
import io.throughline.project.schedule.simulation.SimulationPlan.RiskBranch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The luck of every trial.
 *
 * <p><b>Method.</b> A draw is a function of seed, trial and place alone (SplitMix64, Steele et al. 2014, entered at any
 * place), so it does not matter which thread asks, or when. A task's draw is a share between 0 and 1, read through the
 * quantiles of its estimate. In a group with correlation {@code r} the share is that of {@code √r·g + √(1 − r)·e}, where
 * {@code g} is the group's normal draw and {@code e} the task's own.
 */
final class Draws {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final int NO_GROUP = -1;

    /** Tasks that vary, by place in the network. */
    final int[] task;

    private final ThreePoints[] estimate;
    private final int[] group;
    private final double[] common;
    private final double[] own;
    /** Risks of each varying task; empty for most. */
    private final int[][] risksOf;

    private final List<RiskBranch> risks;
    private final long seed;
    private final int groups;

    /** @throws InvalidNetworkException UNKNOWN_TASK for ids that are none of the network's */
    Draws(SimulationPlan plan, TrialRun run) {
        var places = new HashMap<Long, Integer>();
        for (long id : plan.network().ids()) {
            places.put(id, places.size());
        }
        risks = plan.risks();
        seed = plan.seed();
        groups = plan.groups().size();
        Map<Integer, ThreePoints> estimates = new HashMap<>();
        plan.estimates().forEach((id, points) -> estimates.put(place(places, plan, id), points));
        var hit = new HashMap<Integer, List<Integer>>();
        for (int k = 0; k < risks.size(); k++) {
            for (long id : risks.get(k).tasks()) {
                hit.computeIfAbsent(place(places, plan, id), key -> new ArrayList<>())
                        .add(k);
            }
        }
        task = java.util.stream.IntStream.range(0, plan.network().size())
                .filter(i -> run.varies(i) && (estimates.containsKey(i) || hit.containsKey(i)))
                .toArray();
        estimate = new ThreePoints[task.length];
        risksOf = new int[task.length][];
        var at = new HashMap<Integer, Integer>();
        for (int k = 0; k < task.length; k++) {
            at.put(task[k], k);
            long minutes = Math.round(run.remaining(task[k]) / 60.0);
            estimate[k] = estimates.getOrDefault(task[k], ThreePoints.between(minutes, minutes));
            risksOf[k] = hit.getOrDefault(task[k], List.of()).stream()
                    .mapToInt(Integer::intValue)
                    .toArray();
        }
        group = new int[task.length];
        common = new double[task.length];
        own = new double[task.length];
        Arrays.fill(group, NO_GROUP);
        for (int g = 0; g < groups; g++) {
            for (long id : plan.groups().get(g).tasks()) {
                var k = at.get(place(places, plan, id));
                if (k != null) {
                    group[k] = g;
                    common[k] = Math.sqrt(plan.groups().get(g).correlation());
                    own[k] = Math.sqrt(1 - plan.groups().get(g).correlation());
                }
            }
        }
    }

    private static int place(Map<Long, Integer> places, SimulationPlan plan, long id) {
        plan.network().hoursOf(id);
        return places.getOrDefault(id, 0);
    }

    /** Puts the durations of a trial into the run. */
    void deal(int trial, TrialRun run) {
        long stream = stream(trial);
        for (int k = 0; k < task.length; k++) {
            run.take(task[k], seconds(stream, k));
        }
    }

    /** What task {@code k} needs in a trial, seconds. */
    long seconds(int trial, int k) {
        return seconds(stream(trial), k);
    }

    private long seconds(long stream, int k) {
        double minutes = estimate[k].quantile(grade(stream, k));
        for (int risk : risksOf[k]) {
            int place = task.length + groups + 2 * risk;
            if (uniform(stream, place) < risks.get(risk).probability()) {
                minutes += risks.get(risk).impact().quantile(uniform(stream, place + 1));
            }
        }
        return Math.round(60 * minutes);
    }

    /** How lucky task {@code k} is in a trial: the share of draws that are not above its own. */
    double grade(int trial, int k) {
        return grade(stream(trial), k);
    }

    private double grade(long stream, int k) {
        double mine = uniform(stream, k);
        if (group[k] == NO_GROUP) {
            return mine;
        }
        double shared = Normal.quantile(uniform(stream, task.length + group[k]));
        return Normal.share(common[k] * shared + own[k] * Normal.quantile(mine));
    }

    boolean isAtRisk(int k) {
        return risksOf[k].length > 0;
    }

    boolean isCertain(int k) {
        return risksOf[k].length == 0 && estimate[k].optimistic() == estimate[k].pessimistic();
    }

    private long stream(int trial) {
        return mix(seed + mix(trial * GOLDEN));
    }

    /** Between 0 and 1, neither included. */
    private static double uniform(long stream, int place) {
        return ((mix(stream + (place + 1L) * GOLDEN) >>> 11) + 0.5) * 0x1.0p-53;
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
