package io.throughline.project.schedule.network;

import io.throughline.project.schedule.ConstraintType;
import io.throughline.project.schedule.network.PlanFrame.Alap;

/**
 * Planned dates where they are not the early ones (rule 8).
 *
 * <p>From the start, by {@link Alap#FREE_SLACK}: from the last step to the first, a task as late as possible moves up to
 * where the planned dates of its successors let it, not beyond its late finish; nothing else moves. By
 * {@link Alap#TOTAL_SLACK}: it takes its late dates, and its successors that are not themselves as late as possible move
 * behind it, as Microsoft Project does. From the finish: all tasks take their late dates except those as soon as
 * possible, which follow what is planned before them. Tasks in progress and manual ones stay.
 *
 * <p>Example: A 1 day ALAP, B 1 day, C 5 days, A–FS–B, start Monday. Free slack: A stays on Monday, for B would move.
 * Total slack: A on Thursday, B on Friday.
 */
final class LatePlacement {

    private final Network network;
    private final TaskTable tasks;
    private final Hierarchy tree;
    private final LinkTable links;
    private final TaskClock clock;
    private final Dates dates;

    LatePlacement(Network network, TaskClock clock, Dates dates) {
        this.network = network;
        this.tasks = network.tasks;
        this.tree = network.tree;
        this.links = network.links;
        this.clock = clock;
        this.dates = dates;
    }

    void run() {
        if (!network.frame.isFromStart()) {
            new ForwardPass(network, clock, dates.plan(), dates.projectStart, true).run();
            return;
        }
        boolean free = network.frame.alap() == Alap.FREE_SLACK;
        if (!free) {
            new ForwardPass(network, clock, dates, dates.projectStart, true).run();
        }
        dates.planApart();
        var order = network.topology.order;
        for (int k = order.length - 1; k >= 0; k--) {
            int step = order[k];
            if (step >= tasks.size) {
                continue;
            }
            if (tree.isSummary(step)) {
                rollUp(step);
            } else if (moves(step)) {
                place(step, free);
            }
        }
    }

    private boolean moves(int i) {
        return tasks.constraint[i] == ConstraintType.ALAP
                && tasks.progress[i] == null
                && tasks.manualStart[i] == Seconds.NONE;
    }

    private void place(int i, boolean free) {
        if (!free) {
            if (dates.lateStart[i] > dates.earlyStart[i]) {
                dates.start[i] = dates.lateStart[i];
                dates.finish[i] = dates.lateFinish[i];
            }
            return;
        }
        long finish = Math.min(dates.lateFinish[i], linked(i, i));
        for (int above = tree.parent[i]; above != Hierarchy.TOP; above = tree.parent[above]) {
            finish = Math.min(finish, linked(above, i));
        }
        long start = clock.start(i, clock.close(i, finish));
        if (start > dates.earlyStart[i]) {
            dates.start[i] = start;
            dates.finish[i] = clock.finish(i, start);
        }
    }

    /** The latest finish of task {@code i} that moves no successor of {@code from}, which is the task or a summary above. */
    private long linked(int from, int i) {
        long finish = Dates.NO_CAP;
        for (int k = links.outOf[from]; k < links.outOf[from + 1]; k++) {
            if (!tasks.inactive[links.successor[links.out[k]]]) {
                finish = Math.min(finish, bound(links.out[k], from, i));
            }
        }
        return finish;
    }

    /** The same for one link out of {@code from}. */
    long bound(int link, int from, int i) {
        int to = links.successor[link];
        long length = tree.isSummary(from)
                ? clock.between(from, dates.start[from], dates.finish[from])
                : tasks.duration[from];
        return switch (links.type(link)) {
            case FINISH_TO_START -> clock.unlagged(link, dates.start[to], length);
            case FINISH_TO_FINISH -> clock.unlagged(link, dates.finish[to], length);
            case START_TO_START -> clock.finish(i, clock.unlagged(link, dates.start[to], length));
            case START_TO_FINISH -> clock.finish(i, clock.unlagged(link, dates.finish[to], length));
        };
    }

    private void rollUp(int i) {
        if (tasks.manualStart[i] != Seconds.NONE) {
            return;
        }
        long start = Long.MAX_VALUE;
        long finish = Long.MIN_VALUE;
        for (int k = tree.first[i]; k < tree.first[i + 1]; k++) {
            start = Math.min(start, dates.start[tree.child[k]]);
            finish = Math.max(finish, dates.finish[tree.child[k]]);
        }
        dates.start[i] = start;
        dates.finish[i] = finish;
    }
}
