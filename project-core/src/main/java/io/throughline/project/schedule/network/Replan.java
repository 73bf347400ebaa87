package io.throughline.project.schedule.network;

import io.throughline.project.schedule.DependencyType;
import java.util.Arrays;
import java.util.BitSet;

/**
 * A schedule after a change, from the one before it (rule 14).
 *
 * <p><b>Method.</b> What differs between the two networks is marked; marked steps are visited in order, and one whose
 * dates come out differently marks those that depend on it. Where nothing changes the wave ends. If the project's finish
 * moved, every late date may have, so the backward pass runs whole; else it runs from what the wave touched. The result is
 * that of a full run.
 *
 * <p>Full runs remain for other links, another frame, plans from the finish, tasks as late as possible, and links out of a
 * summary's start: there dates depend on more than their neighbours.
 */
final class Replan {

    private final Network network;
    private final TaskTable tasks;
    private final Hierarchy tree;
    private final LinkTable links;
    private final Topology topology;
    private final Dates dates;
    private final BitSet marked = new BitSet();
    private final BitSet touched = new BitSet();

    private Replan(Network network, Dates dates) {
        this.network = network;
        this.tasks = network.tasks;
        this.tree = network.tree;
        this.links = network.links;
        this.topology = network.topology;
        this.dates = dates;
    }

    static Schedule of(Schedule before, Network network) {
        if (network.topology != before.network.topology
                || network.frame != before.network.frame
                || !isLocal(before.network)
                || !isLocal(network)) {
            return CriticalPath.of(network);
        }
        var dates = before.dates.copy();
        var clock = new TaskClock(network);
        new Replan(network, dates).run(before.network.tasks, clock);
        return new Schedule(network, clock, dates);
    }

    private static boolean isLocal(Network network) {
        return network.frame.isFromStart() && !CriticalPath.isAnyLate(network) && !isAnySummaryStartLinked(network);
    }

    private static boolean isAnySummaryStartLinked(Network network) {
        for (int k = 0; k < network.links.size && !network.tree.flat; k++) {
            var type = network.links.type(k);
            if ((type == DependencyType.START_TO_START || type == DependencyType.START_TO_FINISH)
                    && network.tree.isSummary(network.links.predecessor[k])) {
                return true;
            }
        }
        return false;
    }

    private void run(TaskTable before, TaskClock clock) {
        for (int i = 0; i < tasks.size; i++) {
            if (tasks.differs(before, i)) {
                touch(i);
                markSuccessors(i);
            }
        }
        forward(new ForwardPass(network, clock, dates, dates.projectStart, false));
        long finish = CriticalPath.latest(network, dates);
        boolean moved = finish != dates.projectFinish;
        dates.projectFinish = finish;
        var pass = new BackwardPass(network, clock, dates, finish);
        if (moved) {
            pass.run();
        } else {
            backward(pass);
        }
    }

    private void touch(int i) {
        touched.set(i);
        mark(i);
        mark(topology.end(i));
    }

    private void mark(int step) {
        marked.set(topology.position[step]);
    }

    private void markSuccessors(int i) {
        for (int k = links.outOf[i]; k < links.outOf[i + 1]; k++) {
            mark(links.successor[links.out[k]]);
        }
    }

    private void forward(ForwardPass pass) {
        for (int at = marked.nextSetBit(0); at >= 0; at = marked.nextSetBit(at + 1)) {
            int step = topology.order[at];
            int i = step % tasks.size;
            boolean opening = step < tasks.size && tree.isSummary(i);
            long[] a = opening ? dates.floorStart : dates.earlyStart;
            long[] b = opening ? dates.floorFinish : dates.earlyFinish;
            long first = a[i];
            long second = b[i];
            pass.visit(step);
            if (a[i] == first && b[i] == second) {
                continue;
            }
            if (opening) {
                markParts(i, false);
            } else {
                touched.set(i);
                markSuccessors(i);
                markEndAbove(i);
            }
        }
        marked.clear();
    }

    private void markParts(int i, boolean ends) {
        for (int k = tree.first[i]; k < tree.first[i + 1]; k++) {
            mark(ends ? topology.end(tree.child[k]) : tree.child[k]);
        }
    }

    private void markEndAbove(int i) {
        if (tree.parent[i] != Hierarchy.TOP) {
            mark(tasks.size + tree.parent[i]);
        }
    }

    private void backward(BackwardPass pass) {
        for (int i = touched.nextSetBit(0); i >= 0; i = touched.nextSetBit(i + 1)) {
            mark(i);
            mark(topology.end(i));
            // a finished successor stops binding, a begun one binds by what remains: ask those before it anew
            markPredecessors(i);
        }
        for (int at = marked.length() - 1; at >= 0; at = marked.previousSetBit(at - 1)) {
            int step = topology.order[at];
            int i = step % tasks.size;
            if (step >= tasks.size) {
                cap(pass, step, i);
            } else if (tree.isSummary(i)) {
                rollUp(pass, step, i);
            } else {
                place(pass, step, i);
            }
        }
    }

    private void cap(BackwardPass pass, int step, int i) {
        long finish = dates.capFinish[i];
        pass.visit(step);
        if (dates.capFinish[i] != finish) {
            markParts(i, true);
        }
    }

    private void rollUp(BackwardPass pass, int step, int i) {
        long[] was = {dates.lateStart[i], dates.lateFinish[i], dates.boundStart[i], dates.boundFinish[i]};
        pass.visit(step);
        long[] is = {dates.lateStart[i], dates.lateFinish[i], dates.boundStart[i], dates.boundFinish[i]};
        if (!Arrays.equals(was, is)) {
            markBefore(i);
        }
    }

    private void place(BackwardPass pass, int step, int i) {
        long start = dates.lateStart[i];
        long finish = dates.lateFinish[i];
        pass.visit(step);
        if (dates.lateStart[i] != start || dates.lateFinish[i] != finish || touched.get(i)) {
            markBefore(i);
        }
    }

    private void markBefore(int i) {
        markPredecessors(i);
        if (tree.parent[i] != Hierarchy.TOP) {
            mark(tree.parent[i]);
        }
    }

    private void markPredecessors(int i) {
        for (int k = links.in[i]; k < links.in[i + 1]; k++) {
            mark(topology.end(links.predecessor[k]));
        }
    }
}
