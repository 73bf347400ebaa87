package io.throughline.project.schedule.network;

import io.throughline.project.schedule.ConstraintType;

/**
 * Early dates, from the first step to the last.
 *
 * <pre>
 *   start ≥ project start                    unless an explicit constraint or an actual start says otherwise (rule 1)
 *   FS  start  ≥ finish of predecessor + lag     SS  start  ≥ start of predecessor + lag
 *   FF  finish ≥ finish of predecessor + lag     SF  finish ≥ start of predecessor + lag
 *   SNET, FNET raise; leveling delay is added; then SNLT and FNLT cap and MSO and MFO set, also against links (rule 2)
 * </pre>
 *
 * The start is the latest of these, moved to the next opening; a bound on the finish counts by the start that leads to
 * it. An actual start stands (rule 3). A summary takes the earliest start and the latest finish of its parts; what is
 * linked into it binds each of them (rule 6).
 *
 * <p>Example: A 5 days from Mon 03-02, B 3 days with A–FF–B. B's finish ≥ Fri 03-06 17:00, so its start ≥ Wed 03-04.
 */
final class ForwardPass {

    private final Network network;
    private final TaskTable tasks;
    private final Hierarchy tree;
    private final LinkTable links;
    private final TaskClock clock;
    private final Dates dates;
    private final boolean fromStart;
    private final boolean honors;
    private final long floor;
    private final boolean late;

    /**
     * @param floor project start
     * @param late second run: in plans from their start tasks as late as possible drive their successors by their late
     *     dates, in plans from their finish whatever lies late takes them
     */
    ForwardPass(Network network, TaskClock clock, Dates dates, long floor, boolean late) {
        this.network = network;
        this.tasks = network.tasks;
        this.tree = network.tree;
        this.links = network.links;
        this.clock = clock;
        this.dates = dates;
        this.fromStart = network.frame.isFromStart();
        this.honors = network.frame.honorsConstraints();
        this.floor = floor;
        this.late = late;
    }

    void run() {
        for (int step : network.topology.order) {
            visit(step);
        }
    }

    void visit(int step) {
        if (step >= tasks.size) {
            close(step - tasks.size);
        } else if (!tree.flat && tree.isSummary(step)) {
            open(step);
        } else {
            place(step);
        }
    }

    private void place(int i) {
        var progress = tasks.progress[i];
        if (tasks.manualStart[i] != Seconds.NONE) {
            set(i, tasks.manualStart[i], tasks.manualFinish[i]);
        } else if (late && !fromStart && tasks.settlesLate(i)) {
            set(i, dates.lateStart[i], lateFinish(i));
        } else if (progress == null) {
            long start = start(i);
            set(i, start, clock.finish(i, start));
        } else {
            set(i, progress.start(), finish(i, progress));
        }
    }

    /** Several resources with hours of their own may all be done before the task's last moment. */
    private long lateFinish(int i) {
        return tasks.parts[i] == null ? dates.lateFinish[i] : clock.finish(i, dates.lateStart[i]);
    }

    private long finish(int i, Progress progress) {
        long finish = clock.finish(i, progress);
        return tasks.constraint[i] == ConstraintType.FNET && !progress.isFinished()
                ? Math.max(finish, tasks.constraintDate[i])
                : finish;
    }

    private void set(int i, long start, long finish) {
        dates.earlyStart[i] = start;
        dates.earlyFinish[i] = finish;
    }

    /** Where a task that has not begun starts when those before it are done. */
    long start(int i) {
        long t = clock.open(i, free(i));
        if (tasks.levelingDelay[i] > 0) {
            t = clock.open(i, t + tasks.levelingDelay[i]);
        }
        return tasks.constraint[i] == ConstraintType.ASAP ? t : constrained(i, t);
    }

    /** The latest of all lower bounds, not yet moved to an opening. */
    long free(int i) {
        long t = Math.max(linked(i), ownFloor(i));
        int above = tree.parent[i];
        if (above != Hierarchy.TOP) {
            t = Math.max(t, dates.floorStart[above]);
            if (dates.floorFinish[above] != Seconds.NONE) {
                t = Math.max(t, clock.start(i, dates.floorFinish[above]));
            }
        }
        return t;
    }

    /** Project start or the task's own "no earlier than", which may lie before a given project start. */
    long ownFloor(int i) {
        return switch (tasks.constraint[i]) {
            case SNET -> explicit(tasks.constraintDate[i]);
            case FNET -> explicit(clock.start(i, tasks.constraintDate[i]));
            default -> floor;
        };
    }

    private long explicit(long date) {
        return fromStart ? date : Math.max(floor, date);
    }

    private long linked(int i) {
        long t = Seconds.NONE;
        for (int k = links.in[i]; k < links.in[i + 1]; k++) {
            t = Math.max(t, bound(k, i));
        }
        return t;
    }

    /** The earliest start that link {@code k} allows task {@code i}, its successor or a part of it. */
    long bound(int k, int i) {
        return switch (links.type(k)) {
            case FINISH_TO_START, START_TO_START -> date(k);
            case FINISH_TO_FINISH, START_TO_FINISH -> clock.start(i, date(k));
        };
    }

    /** The predecessor's date with lag. */
    long date(int k) {
        int from = links.predecessor[k];
        boolean asLate =
                late && fromStart && liesLate(from) && tasks.constraint[links.successor[k]] != ConstraintType.ALAP;
        long date =
                switch (links.type(k)) {
                    case FINISH_TO_START, FINISH_TO_FINISH -> asLate ? dates.lateFinish[from] : dates.earlyFinish[from];
                    case START_TO_START, START_TO_FINISH -> asLate ? dates.lateStart[from] : dates.earlyStart[from];
                };
        return clock.lagged(k, date, length(from));
    }

    private boolean liesLate(int i) {
        return tasks.constraint[i] == ConstraintType.ALAP
                && tasks.progress[i] == null
                && tasks.manualStart[i] == Seconds.NONE
                && dates.lateStart[i] > dates.earlyStart[i];
    }

    private long length(int i) {
        return tree.isSummary(i) ? clock.between(i, dates.earlyStart[i], dates.earlyFinish[i]) : tasks.duration[i];
    }

    private long constrained(int i, long t) {
        long date = tasks.constraintDate[i];
        return switch (tasks.constraint[i]) {
            case SNLT -> honors && fromStart ? Math.min(t, clock.open(i, date)) : t;
            case FNLT -> honors && fromStart ? Math.min(t, clock.start(i, date)) : t;
            case MSO -> honors ? clock.open(i, date) : Math.max(t, clock.open(i, date));
            case MFO -> honors ? clock.start(i, date) : Math.max(t, clock.open(i, clock.start(i, date)));
            default -> t;
        };
    }

    private void open(int i) {
        int above = tree.parent[i];
        long start = above == Hierarchy.TOP ? Seconds.NONE : dates.floorStart[above];
        long finish = above == Hierarchy.TOP ? Seconds.NONE : dates.floorFinish[above];
        if (tasks.constraint[i] == ConstraintType.SNET) {
            start = Math.max(start, tasks.constraintDate[i]);
        }
        for (int k = links.in[i]; k < links.in[i + 1]; k++) {
            switch (links.type(k)) {
                case FINISH_TO_START, START_TO_START -> start = Math.max(start, date(k));
                case FINISH_TO_FINISH, START_TO_FINISH -> finish = Math.max(finish, date(k));
            }
        }
        dates.floorStart[i] = start;
        dates.floorFinish[i] = finish;
    }

    private void close(int i) {
        if (tasks.manualStart[i] != Seconds.NONE) {
            set(i, tasks.manualStart[i], tasks.manualFinish[i]);
            return;
        }
        long start = Long.MAX_VALUE;
        long finish = Long.MIN_VALUE;
        for (int k = tree.first[i]; k < tree.first[i + 1]; k++) {
            start = Math.min(start, dates.earlyStart[tree.child[k]]);
            finish = Math.max(finish, dates.earlyFinish[tree.child[k]]);
        }
        set(i, start, finish);
    }
}
