package io.throughline.project.schedule.network;

import io.throughline.foundation.calendar.LocalHours;
import io.throughline.project.schedule.ConstraintType;
import io.throughline.project.schedule.DependencyType;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Tells a network as a {@link OneClock}, or that it cannot be told so. */
final class OneClockReader {

    /** No limit; small enough to leave room for sums. */
    private static final long LONG_AGO = -(1L << 36);

    private final Network network;
    private final TaskTable tasks;
    private final Hierarchy tree;
    private final LinkTable links;
    private final Dates dates;
    private final boolean[] fixed;
    private final int[] order;
    private final LocalHours hours;
    private final long origin;
    private final long[] length;
    private final long[] release;
    private int[] from = new int[16];
    private int[] to = new int[16];
    private long[] lag = new long[16];
    private boolean[] fromFinish = new boolean[16];
    private boolean[] toFinish = new boolean[16];
    private int arcs;
    private boolean plain = true;

    OneClockReader(Network network, Dates dates, boolean[] fixed) {
        this.network = network;
        this.tasks = network.tasks;
        this.tree = network.tree;
        this.links = network.links;
        this.dates = dates;
        this.fixed = fixed;
        this.order = network.topology.order;
        this.hours = commonHours();
        this.origin = hours.worked(dates.projectStart);
        this.length = new long[order.length];
        this.release = new long[order.length];
    }

    private LocalHours commonHours() {
        for (int step = 0; step < order.length; step++) {
            if (isWork(step)) {
                return tasks.hours[order[step]];
            }
        }
        return network.frame.hours();
    }

    private boolean isWork(int step) {
        return isLeaf(step) && !fixed[step];
    }

    private boolean isLeaf(int step) {
        return order[step] < tasks.size && !tree.isSummary(order[step]);
    }

    @Nullable
    OneClock read() {
        for (int step = 0; step < order.length && plain; step++) {
            read(step);
        }
        return plain
                ? new OneClock(
                        hours,
                        origin,
                        length,
                        release,
                        Arrays.copyOf(from, arcs),
                        Arrays.copyOf(to, arcs),
                        Arrays.copyOf(lag, arcs),
                        Arrays.copyOf(fromFinish, arcs),
                        Arrays.copyOf(toFinish, arcs))
                : null;
    }

    private void read(int step) {
        int i = order[step] % tasks.size;
        plain &= !tasks.inactive[i];
        if (order[step] >= tasks.size) {
            for (int k = tree.first[i]; k < tree.first[i + 1]; k++) {
                int part = end(tree.child[k]);
                arc(part, step, 0, true, false);
            }
        } else if (tree.isSummary(i)) {
            plain &= tasks.manualStart[i] == Seconds.NONE && tasks.hours[i] == hours;
            release[step] = tasks.constraint[i] == ConstraintType.SNET ? at(tasks.constraintDate[i]) : LONG_AGO;
            predecessors(step, i);
        } else if (fixed[step]) {
            release[step] = at(dates.earlyStart[i]);
            length[step] = at(dates.earlyFinish[i]) - release[step];
        } else {
            leaf(step, i);
        }
    }

    private void leaf(int step, int i) {
        length[step] = tasks.duration[i] + tasks.gaps[i];
        plain &= tasks.hours[i] == hours && isWhole(i);
        release[step] = switch (tasks.constraint[i]) {
            case SNET -> at(tasks.constraintDate[i]);
            case FNET -> at(tasks.constraintDate[i]) - length[step];
            default -> 0;
        };
        predecessors(step, i);
    }

    /** All its resources work the whole of its duration in the common hours. */
    private boolean isWhole(int i) {
        var parts = tasks.parts[i];
        return parts == null
                || Arrays.stream(parts).allMatch(part -> part.hours() == hours && part.work() == tasks.duration[i]);
    }

    private void predecessors(int step, int i) {
        if (tree.parent[i] != Hierarchy.TOP) {
            arc(network.topology.position[tree.parent[i]], step, 0, false, false);
        }
        for (int k = links.in[i]; k < links.in[i + 1]; k++) {
            link(k, step);
        }
    }

    private void link(int k, int step) {
        int i = links.predecessor[k];
        boolean summary = tree.isSummary(i);
        var type = links.type(k);
        boolean atStart = type == DependencyType.START_TO_START || type == DependencyType.START_TO_FINISH;
        boolean atFinish = type == DependencyType.FINISH_TO_FINISH || type == DependencyType.START_TO_FINISH;
        if (summary && atStart || atFinish && tree.isSummary(links.successor[k])) {
            plain = false;
            return;
        }
        arc(end(i), step, wait(k, i, summary), !atStart, atFinish);
    }

    private long wait(int k, int i, boolean summary) {
        if (links.lag[k] == 0) {
            return 0;
        }
        var unit = links.unit(k);
        boolean percent = unit == Lag.Unit.PERCENT && !summary && tasks.hours[i] != TaskTable.ALWAYS;
        plain &= unit == Lag.Unit.WORKING || percent;
        return percent ? Math.round((double) tasks.duration[i] * links.lag[k] / 10_000) : links.lag[k];
    }

    private void arc(int before, int step, long wait, boolean afterFinish, boolean atFinish) {
        if (arcs == from.length) {
            from = Arrays.copyOf(from, 2 * arcs);
            to = Arrays.copyOf(to, 2 * arcs);
            lag = Arrays.copyOf(lag, 2 * arcs);
            fromFinish = Arrays.copyOf(fromFinish, 2 * arcs);
            toFinish = Arrays.copyOf(toFinish, 2 * arcs);
        }
        from[arcs] = before;
        to[arcs] = step;
        fromFinish[arcs] = afterFinish;
        toFinish[arcs] = atFinish;
        lag[arcs++] = wait + (afterFinish ? length[before] : 0) - (atFinish ? length[step] : 0);
    }

    private int end(int i) {
        return network.topology.position[network.topology.end(i)];
    }

    private long at(long second) {
        return hours.worked(second) - origin;
    }
}
