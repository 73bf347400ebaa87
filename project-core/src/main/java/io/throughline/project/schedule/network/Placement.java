package io.throughline.project.schedule.network;

import io.throughline.foundation.calendar.LocalHours;
import io.throughline.project.schedule.ConstraintType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A plan from its start, put together step by step in an order of the caller's, who may set each task later than the
 * network alone would: for whoever looks beyond links and calendars, to people and machines.
 *
 * <p>Steps are those of {@link Topology}, numbered by a topological order; all times are local seconds since
 * 1970-01-01T00:00. Every rule of {@link ForwardPass} and {@link BackwardPass} holds. A start is put as so many minutes
 * after the {@link #earliest} one, which is a leveling delay, so that {@link CriticalPath} finds the same dates again.
 *
 * <p>Not thread-safe.
 */
public final class Placement {

    private final Network network;
    private final TaskTable tasks;
    private final Hierarchy tree;
    private final TaskClock clock;
    private final Dates dates;
    private final ForwardPass forward;
    private final int[] order;
    private BackwardPass backward;

    /** @param network from the project start; its leveling delays stay as they are for tasks that cannot be set */
    public Placement(Network network) {
        if (!network.frame.isFromStart()) {
            throw new IllegalArgumentException("only plans from their start");
        }
        this.network = network;
        this.tasks = network.tasks;
        this.tree = network.tree;
        this.clock = new TaskClock(network);
        this.dates = new Dates(network);
        this.order = network.topology.order;
        dates.projectStart = Seconds.of(network.frame.anchor());
        forward = new ForwardPass(network, clock, dates, dates.projectStart, false);
        forward.run();
        dates.projectFinish = CriticalPath.latest(network, dates);
        backward = new BackwardPass(network, clock, dates, dates.projectFinish);
        backward.run();
    }

    /** Number of steps: one for each leaf, two for each summary. */
    public int steps() {
        return order.length;
    }

    /** The task's place in {@link Network#ids()}. */
    public int task(int step) {
        return order[step] % tasks.size;
    }

    /** Whether the step is a leaf: all that has dates of its own. */
    public boolean isLeaf(int step) {
        return order[step] < tasks.size && !tree.isSummary(order[step]);
    }

    /** Whether the step has a say in when the project ends: an active leaf. */
    public boolean counts(int step) {
        return isLeaf(step) && !tasks.inactive[order[step]];
    }

    /** Whether a delay would move the task: neither begun nor pinned by hand or by date, nor as late as possible. */
    public boolean canMove(int step) {
        int i = order[step];
        return isLeaf(step)
                && !tasks.inactive[i]
                && tasks.progress[i] == null
                && tasks.manualStart[i] == Seconds.NONE
                && tasks.constraint[i] != ConstraintType.MSO
                && tasks.constraint[i] != ConstraintType.MFO
                && tasks.constraint[i] != ConstraintType.ALAP;
    }

    /** Steps that must be done before each step, by links and by the hierarchy. */
    public int[][] before() {
        var before = new ArrayList<List<Integer>>();
        for (int step = 0; step < order.length; step++) {
            int i = order[step] % tasks.size;
            var ends = new ArrayList<Integer>();
            if (order[step] >= tasks.size) {
                for (int k = tree.first[i]; k < tree.first[i + 1]; k++) {
                    ends.add(end(tree.child[k]));
                }
            } else {
                for (int k = network.links.in[i]; k < network.links.in[i + 1]; k++) {
                    ends.add(end(network.links.predecessor[k]));
                }
                if (tree.parent[i] != Hierarchy.TOP) {
                    ends.add(network.topology.position[tree.parent[i]]);
                }
            }
            before.add(ends);
        }
        return before.stream()
                .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }

    private int end(int i) {
        return network.topology.position[network.topology.end(i)];
    }

    /** The hours a leaf is counted in; open always for elapsed durations. */
    public LocalHours hours(int step) {
        return tasks.hours[order[step]];
    }

    /** Seconds of {@link #hours}, interruptions included. */
    public long length(int step) {
        return tasks.duration[order[step]] + tasks.gaps[order[step]];
    }

    /** Where the step starts when nobody delays it, with all before it done. */
    public long earliest(int step) {
        return forward.start(order[step]);
    }

    /** {@code from} with so many minutes by the clock, at the next opening. */
    public long delayed(int step, long from, long minutes) {
        return clock.open(order[step], from + minutes * Seconds.MINUTE);
    }

    /** Puts a leaf that {@link #canMove}. */
    public void put(int step, long start) {
        dates.earlyStart[order[step]] = start;
        dates.earlyFinish[order[step]] = clock.finish(order[step], start);
    }

    /** Does a step as the network alone would. */
    public void pass(int step) {
        forward.visit(order[step]);
    }

    /** Of a leaf or the closing of a summary. */
    public long start(int step) {
        return dates.earlyStart[order[step] % tasks.size];
    }

    public long finish(int step) {
        return dates.earlyFinish[order[step] % tasks.size];
    }

    /** Late dates are then counted from here. */
    public void endAt(long finish) {
        backward = new BackwardPass(network, clock, dates, finish);
    }

    /** The latest finish that the steps after it, done late, allow a leaf. */
    public long latest(int step) {
        return backward.finish(order[step], false);
    }

    /** Where a leaf must start to end there, and where it ends then. */
    public long startFor(int step, long finish) {
        return clock.start(order[step], finish);
    }

    /** A closing time in place of the opening after it. */
    public long closing(int step, long time) {
        return clock.close(order[step], time);
    }

    public void putLate(int step, long start, long finish) {
        dates.lateStart[order[step]] = start;
        dates.lateFinish[order[step]] = finish;
    }

    /** Does a step late as the network alone would. */
    public void passLate(int step) {
        backward.visit(order[step]);
    }

    public long lateStart(int step) {
        return dates.lateStart[order[step] % tasks.size];
    }

    public long lateFinish(int step) {
        return dates.lateFinish[order[step] % tasks.size];
    }

    public long projectStart() {
        return dates.projectStart;
    }

    /** The network as plain numbers on one clock, if it can be told so; {@code fixed} steps keep their present dates. */
    public @Nullable OneClock oneClock(boolean[] fixed) {
        return new OneClockReader(network, dates, fixed).read();
    }
}
