package io.throughline.project.schedule.network;

import io.throughline.foundation.calendar.LocalHours;
import io.throughline.project.schedule.ConstraintType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A plan put together step by step in an order of the caller's, who may set each task later than the network alone would:
 * for whoever looks beyond links and calendars, to people and machines.
 *
 * <p>Steps are those of {@link Topology}, numbered by a topological order; all times are local seconds since
 * 1970-01-01T00:00. Every rule of {@link ForwardPass} and {@link BackwardPass} holds. A start is put as so many minutes
 * after the {@link #earliest} one, which is a leveling delay, so that {@link CriticalPath} finds the same dates again.
 *
 * <p>A plan from its finish is seen in a mirror: the last step is the first, a time {@code t} is {@code −t}, hours run
 * backward, and so late dates are put from the project's finish on, as early dates are put from its start in the other
 * kind of plan. "Later" there is earlier, and whoever works with a placement need not know.
 *
 * <p>Not thread-safe.
 */
public abstract class Placement {

    final Network network;
    final TaskTable tasks;
    final Hierarchy tree;
    final TaskClock clock;
    final Dates dates;
    final int[] order;

    Placement(Network network, Dates dates) {
        this.network = network;
        this.tasks = network.tasks;
        this.tree = network.tree;
        this.clock = new TaskClock(network);
        this.dates = dates;
        this.order = network.topology.order;
    }

    /** With the dates of the network alone; its leveling delays stay as they are for tasks that cannot be set. */
    public static Placement of(Network network) {
        return network.frame.isFromStart() ? new PlacementAhead(network) : new PlacementBack(network);
    }

    /**
     * A plan from its finish as it is planned, seen forward and not in a mirror: what lies late stays there, and what
     * {@link #canMove} is as soon as possible.
     */
    public static Placement settled(Network network) {
        return PlacementAhead.planned(network);
    }

    /** Number of steps: one for each leaf, two for each summary. */
    public final int steps() {
        return order.length;
    }

    /** The place of a step in the topological order. */
    abstract int at(int step);

    final int node(int step) {
        return order[at(step)];
    }

    /** The task's place in {@link Network#ids()}. */
    public final int task(int step) {
        return node(step) % tasks.size;
    }

    public final long id(int step) {
        return tasks.id[task(step)];
    }

    /** Whether the step is a leaf: all that has dates of its own. */
    public final boolean isLeaf(int step) {
        return node(step) < tasks.size && !tree.isSummary(node(step));
    }

    /** Whether the step has a say in when the project ends: an active leaf. */
    public final boolean counts(int step) {
        return isLeaf(step) && !tasks.inactive[node(step)];
    }

    /** Whether a delay would move the task: neither begun nor pinned by hand or by date, nor placed from the other end. */
    public boolean canMove(int step) {
        int i = node(step);
        return counts(step)
                && tasks.progress[i] == null
                && tasks.manualStart[i] == Seconds.NONE
                && tasks.constraint[i] != ConstraintType.MSO
                && tasks.constraint[i] != ConstraintType.MFO;
    }

    /** Steps that must be done before each step, by links and by the hierarchy. */
    public abstract int[][] before();

    final int[][] precedingInOrder() {
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

    /** Whether times run backward here. */
    public abstract boolean isMirrored();

    /** A moment of the plan as it is seen here, and the other way round. */
    public final long time(long second) {
        return isMirrored() ? -second : second;
    }

    /** Hours as they are seen here; the same object for the same hours. */
    public abstract LocalHours seen(LocalHours hours);

    /** The hours a leaf is counted in; open always for elapsed durations. */
    public final LocalHours hours(int step) {
        return seen(tasks.hours[node(step)]);
    }

    /** Seconds of {@link #hours}, interruptions included. */
    public final long length(int step) {
        return tasks.duration[node(step)] + tasks.gaps[node(step)];
    }

    /** Minutes of leveling delay that the network has for it already. */
    public final long delay(int step) {
        return tasks.levelingDelay[task(step)] / Seconds.MINUTE;
    }

    /** Where the step starts when nobody delays it, with all before it done. */
    public abstract long earliest(int step);

    /** {@code from} with so many minutes by the clock, at the next opening. */
    public abstract long delayed(int step, long from, long minutes);

    /** Where a leaf ends that starts there. */
    public abstract long finishFor(int step, long start);

    /** Puts a leaf that {@link #canMove}. */
    public abstract void put(int step, long start);

    /** Does a step as the network alone would. */
    public abstract void pass(int step);

    /** Of a leaf or the closing of a summary. */
    public abstract long start(int step);

    public abstract long finish(int step);

    /** Where the plan has a leaf that cannot be put. */
    public abstract long fixedStart(int step);

    public abstract long fixedFinish(int step);

    /** Late dates are then counted from here. */
    public abstract void endAt(long finish);

    /** The latest finish that the steps after it, done late, allow a leaf. */
    public abstract long latest(int step);

    /** Where a leaf must start to end there. */
    public abstract long startFor(int step, long finish);

    /** A closing time in place of the opening after it. */
    public abstract long closing(int step, long time);

    public abstract void putLate(int step, long start, long finish);

    /** Does a step late as the network alone would. */
    public abstract void passLate(int step);

    public abstract long lateStart(int step);

    public abstract long lateFinish(int step);

    /** From where the network alone counts. */
    public abstract long projectStart();

    /** The end of what the network alone comes to. */
    public abstract long projectFinish();

    /** The network as plain numbers on one clock, if it can be told so; {@code fixed} steps keep their present dates. */
    public abstract @Nullable OneClock oneClock(boolean[] fixed);
}
