package io.throughline.project.schedule.leveling;

import io.throughline.project.schedule.network.Placement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What goes first where several tasks want the same people (Kolisch 1996): keys by which steps are ordered, smallest
 * first, from the dates that links and calendars alone give.
 *
 * <pre>
 *   latest finish, latest start, least slack, the plan's own order, most work behind it (rank positional weight),
 *   shortest, neediest
 * </pre>
 */
final class Rules {

    private static final long EXTENT = 1L << 40;

    private final Problem problem;
    private final Placement placement;
    private final long origin;

    Rules(Problem problem) {
        this.problem = problem;
        this.placement = problem.placement();
        this.origin = placement.projectStart();
    }

    /** Tasks in the order in which the plan names them, the last first where time runs backward. */
    long[] inputOrder() {
        return keys(step -> placement.time(placement.task(step)));
    }

    long[] latestFinish() {
        return keys(step -> placement.lateFinish(step) - origin);
    }

    /** All of them, the best of experience first. */
    List<long[]> all() {
        var rules = new ArrayList<long[]>();
        rules.add(latestFinish());
        rules.add(keys(step -> placement.lateStart(step) - origin));
        rules.add(weights());
        rules.add(keys(step -> slack(step)));
        rules.add(inputOrder());
        rules.add(keys(step -> -neediness(step)));
        rules.add(keys(step -> work(step)));
        return rules;
    }

    /** Those that look from the other end, by step. */
    List<long[]> backward() {
        return List.of(
                keys(step -> origin - placement.start(step)),
                keys(step -> origin - placement.finish(step)),
                keys(step -> slack(step)));
    }

    private interface Key {
        long of(int step);
    }

    /** Steps of summaries take no time and go as soon as they can. */
    private long[] keys(Key key) {
        var keys = new long[problem.size];
        long least = Long.MAX_VALUE;
        for (int step = 0; step < keys.length; step++) {
            if (placement.isLeaf(step)) {
                keys[step] = Math.max(-EXTENT, Math.min(EXTENT, key.of(step)));
                least = Math.min(least, keys[step]);
            }
        }
        for (int step = 0; step < keys.length; step++) {
            if (!placement.isLeaf(step)) {
                keys[step] = least;
            }
        }
        return keys;
    }

    private long slack(int step) {
        return placement.lateStart(step) - placement.start(step);
    }

    private long work(int step) {
        return placement.length(step);
    }

    private long neediness(int step) {
        double share = 0;
        for (var need : problem.needs[step]) {
            share += (double) need.units() / Math.max(1, problem.capacity(need.resource()));
        }
        return Math.round(share * placement.length(step));
    }

    private long[] weights() {
        var behind = new long[problem.size];
        for (int step = problem.size - 1; step >= 0; step--) {
            behind[step] += placement.isLeaf(step) ? work(step) : 0;
            for (int one : problem.preceding[step]) {
                behind[one] += placement.isLeaf(step) ? work(step) : behind[step];
            }
        }
        return keys(step -> -behind[step]);
    }

    /** Mean duration, the measure for noise. */
    long meanWork() {
        return (long) Arrays.stream(problem.preceding.length == 0 ? new int[0] : leaves())
                .mapToLong(this::work)
                .average()
                .orElse(0);
    }

    private int[] leaves() {
        return java.util.stream.IntStream.range(0, problem.size)
                .filter(step -> problem.movable[step])
                .toArray();
    }
}
