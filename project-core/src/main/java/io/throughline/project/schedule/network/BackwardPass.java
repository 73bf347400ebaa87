package io.throughline.project.schedule.network;

import io.throughline.project.schedule.ConstraintType;

/**
 * Late dates, from the last step to the first: how late a task may lie without moving the project's finish, a deadline or
 * a hard constraint (rule 7).
 *
 * <pre>
 *   finish ≤ project finish, own deadline
 *   FS  finish ≤ late start of successor − lag      SS  start ≤ late start of successor − lag
 *   FF  finish ≤ late finish of successor − lag     SF  start ≤ late finish of successor − lag
 *   SNLT and FNLT cap, MSO and MFO set, as in Microsoft Project
 *   in plans from their finish a negative leveling delay is taken off
 * </pre>
 *
 * Finished successors bind nobody. One in progress binds by where its remaining work would have to go on, so that an
 * actual start before its predecessor's finish shows there as negative slack (rule 3).
 *
 * <p>Example: A 4 days planned Mon 03-02 to Thu 03-05, B 3 days, A–FS–B, B in fact begun on Tue 03-03 with nothing done.
 * Project finish Thu 03-05; B's three days would have to go on by Tue 03-03; A's late finish is Mon 03-02: −3 days.
 */
final class BackwardPass {

    private final Network network;
    private final TaskTable tasks;
    private final Hierarchy tree;
    private final LinkTable links;
    private final TaskClock clock;
    private final Dates dates;
    private final boolean fromFinish;
    private final boolean honors;
    private final boolean several;
    private final long ceiling;

    /** @param ceiling project finish */
    BackwardPass(Network network, TaskClock clock, Dates dates, long ceiling) {
        this.network = network;
        this.tasks = network.tasks;
        this.tree = network.tree;
        this.links = network.links;
        this.clock = clock;
        this.dates = dates;
        this.fromFinish = !network.frame.isFromStart();
        this.honors = network.frame.honorsConstraints();
        this.several = network.frame.multipleCriticalPaths();
        this.ceiling = ceiling;
    }

    void run() {
        var order = network.topology.order;
        for (int k = order.length - 1; k >= 0; k--) {
            visit(order[k]);
        }
    }

    void visit(int step) {
        if (step >= tasks.size) {
            cap(step - tasks.size);
        } else if (!tree.flat && tree.isSummary(step)) {
            rollUp(step);
        } else {
            place(step);
        }
    }

    private void place(int i) {
        var progress = tasks.progress[i];
        if (progress != null && progress.isFinished()) {
            dates.lateStart[i] = progress.start();
            dates.lateFinish[i] = progress.finish();
            return;
        }
        if (fromFinish && tasks.manualStart[i] != Seconds.NONE) {
            dates.lateStart[i] = tasks.manualStart[i];
            dates.lateFinish[i] = tasks.manualFinish[i];
            return;
        }
        long finish = finish(i, progress != null);
        dates.lateFinish[i] = finish;
        dates.lateStart[i] = progress == null ? clock.start(i, finish) : progress.start();
    }

    /** The latest finish of a task when those after it are done. */
    long finish(int i, boolean begun) {
        long finish = ownCeiling(i);
        long start = Dates.NO_CAP;
        for (int k = links.outOf[i]; k < links.outOf[i + 1]; k++) {
            int link = links.out[k];
            long bound = bound(link, i);
            if (bindsFinish(link)) {
                finish = Math.min(finish, bound);
            } else {
                start = Math.min(start, bound);
            }
        }
        int above = tree.parent[i];
        if (above != Hierarchy.TOP) {
            finish = Math.min(finish, dates.capFinish[above]);
            start = Math.min(start, startCap(i));
        }
        if (start != Dates.NO_CAP && !begun) {
            finish = Math.min(finish, clock.finish(i, fromFinish ? clock.begun(i, start) : start));
        }
        if (fromFinish && tasks.levelingDelay[i] < 0) {
            finish = leveled(i, finish);
        }
        if (tasks.constraint[i] != ConstraintType.ASAP) {
            finish = constrained(i, finish);
        }
        if (tasks.deadline[i] != Seconds.NONE) {
            finish = Math.min(finish, tasks.deadline[i]);
        }
        return settled(i, finish);
    }

    private long leveled(int i, long finish) {
        long bound = tasks.deadline[i] == Seconds.NONE ? finish : Math.min(finish, tasks.deadline[i]);
        return clock.close(i, clock.close(i, bound) + tasks.levelingDelay[i]);
    }

    /** Project finish or the task's own "no later than", which may lie after a given project finish. */
    private long ownCeiling(int i) {
        if (!fromFinish) {
            return several && isLast(i) ? dates.earlyFinish[i] : ceiling;
        }
        return switch (tasks.constraint[i]) {
            case FNLT -> tasks.constraintDate[i];
            case SNLT -> clock.finish(i, clock.open(i, tasks.constraintDate[i]));
            default -> ceiling;
        };
    }

    /** Whether nobody waits for the task: with several critical paths each such end has its own. */
    private boolean isLast(int i) {
        for (int at = i; at != Hierarchy.TOP; at = tree.parent[at]) {
            for (int k = links.outOf[at]; k < links.outOf[at + 1]; k++) {
                if (!tasks.inactive[links.successor[links.out[k]]]) {
                    return false;
                }
            }
        }
        return true;
    }

    /** A finish at an opening means the closing before it; a milestone with no working time to spare stays where it is. */
    private long settled(int i, long finish) {
        long early = dates.earlyFinish[i];
        if (tasks.duration[i] == 0 && !fromFinish && clock.between(i, early, finish) == 0) {
            return early;
        }
        return clock.close(i, finish);
    }

    /** Latest date that link {@code k} allows its predecessor's end {@link #bindsFinish}, {@code NO_CAP} for any. */
    long bound(int k, int predecessor) {
        int to = links.successor[k];
        if (tasks.inactive[to]) {
            return Dates.NO_CAP;
        }
        long date =
                switch (links.type(k)) {
                    case FINISH_TO_START, START_TO_START -> lateStart(to);
                    case FINISH_TO_FINISH, START_TO_FINISH -> lateFinish(to);
                };
        if (date == Dates.NO_CAP) {
            return Dates.NO_CAP;
        }
        long bound = clock.unlagged(k, date, length(predecessor));
        return fromFinish ? reached(k, bound, date, length(predecessor)) : bound;
    }

    /** A lag counted back over hours that it is not counted in may come out a closed time too late. */
    private long reached(int k, long bound, long date, long length) {
        int to = links.successor[k];
        return links.lag[k] != 0 && clock.between(to, date, clock.lagged(k, bound, length)) > 0
                ? bound - Seconds.MINUTE
                : bound;
    }

    boolean bindsFinish(int k) {
        return switch (links.type(k)) {
            case FINISH_TO_START, FINISH_TO_FINISH -> true;
            case START_TO_START, START_TO_FINISH -> false;
        };
    }

    private long lateStart(int i) {
        if (tree.isSummary(i)) {
            return dates.boundStart[i];
        }
        var progress = tasks.progress[i];
        if (progress == null) {
            return dates.lateStart[i];
        }
        return progress.isFinished() ? Dates.NO_CAP : clock.remainingStart(i, dates.lateFinish[i]);
    }

    private long lateFinish(int i) {
        if (tree.isSummary(i)) {
            return dates.boundFinish[i];
        }
        var progress = tasks.progress[i];
        return progress != null && progress.isFinished() ? Dates.NO_CAP : dates.lateFinish[i];
    }

    private long length(int i) {
        if (!tree.isSummary(i)) {
            return tasks.duration[i];
        }
        return dates.spans == null ? clock.between(i, dates.earlyStart[i], dates.earlyFinish[i]) : dates.spans[i];
    }

    /** What links out of the start of summaries above allow the part they start with. */
    private long startCap(int i) {
        long cap = Dates.NO_CAP;
        for (int above = tree.parent[i]; above != Hierarchy.TOP; above = tree.parent[above]) {
            if (dates.capStart[above] != Dates.NO_CAP && dates.earlyStart[above] == dates.earlyStart[i]) {
                cap = Math.min(cap, dates.capStart[above]);
            }
        }
        return cap;
    }

    private long constrained(int i, long finish) {
        long date = tasks.constraintDate[i];
        return switch (tasks.constraint[i]) {
            case SNLT -> Math.min(finish, clock.finish(i, clock.open(i, date)));
            case FNLT -> Math.min(finish, date);
            case MSO -> fixed(finish, clock.finish(i, clock.open(i, date)));
            case MFO -> fixed(finish, date);
            case SNET -> fromFinish && honors ? Math.max(finish, clock.finish(i, clock.open(i, date))) : finish;
            case FNET -> fromFinish && honors ? Math.max(finish, date) : finish;
            default -> finish;
        };
    }

    private long fixed(long finish, long set) {
        return honors ? set : Math.min(finish, set);
    }

    private void cap(int i) {
        int above = tree.parent[i];
        long finish = above == Hierarchy.TOP ? Dates.NO_CAP : dates.capFinish[above];
        long start = Dates.NO_CAP;
        if (tasks.constraint[i] == ConstraintType.FNLT) {
            finish = Math.min(finish, tasks.constraintDate[i]);
        }
        for (int k = links.outOf[i]; k < links.outOf[i + 1]; k++) {
            int link = links.out[k];
            if (bindsFinish(link)) {
                finish = Math.min(finish, bound(link, i));
            } else {
                start = Math.min(start, bound(link, i));
            }
        }
        dates.capFinish[i] = finish;
        dates.capStart[i] = start;
    }

    private void rollUp(int i) {
        long start = Long.MAX_VALUE;
        long finish = Long.MIN_VALUE;
        long boundStart = Dates.NO_CAP;
        long boundFinish = Dates.NO_CAP;
        for (int k = tree.first[i]; k < tree.first[i + 1]; k++) {
            int part = tree.child[k];
            start = Math.min(start, dates.lateStart[part]);
            finish = Math.max(finish, dates.lateFinish[part]);
            boundStart = Math.min(boundStart, lateStart(part));
            boundFinish = Math.min(boundFinish, lateFinish(part));
        }
        if (tasks.deadline[i] != Seconds.NONE) {
            finish = Math.min(finish, tasks.deadline[i]);
        }
        dates.lateStart[i] = start;
        dates.lateFinish[i] = finish;
        dates.boundStart[i] = boundStart;
        dates.boundFinish[i] = boundFinish;
    }
}
