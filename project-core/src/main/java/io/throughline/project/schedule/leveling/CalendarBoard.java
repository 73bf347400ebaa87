package io.throughline.project.schedule.leveling;

import io.throughline.project.schedule.network.Placement;

/**
 * The board for any plan: dates come from the scheduling engine step by step, so that every calendar, link and constraint
 * is kept, and each start is put as a leveling delay after the earliest one.
 */
final class CalendarBoard extends Board {

    private static final int MINUTE = 60;
    /** A plan that leaves one task overloaded is worse than any that ends later. */
    static final long OVERLOADED = 1L << 40;

    private final Problem problem;
    private final Placement placement;
    private final Axes axes;
    private final long[] delay;
    private final long origin;
    private long end;
    private long overloaded;

    CalendarBoard(Problem problem) {
        super(problem.preceding, problem.rank);
        this.problem = problem;
        this.placement = problem.placement();
        this.axes = new Axes(problem);
        this.delay = new long[size];
        this.origin = placement.projectStart();
    }

    @Override
    void clear() {
        axes.clear();
        end = origin;
        overloaded = 0;
    }

    @Override
    long earliest(int step) {
        if (!problem.movable[step]) {
            return placement.isLeaf(step) ? placement.earliest(step) : Long.MIN_VALUE;
        }
        long first = placement.earliest(step);
        long start = first;
        long minutes = 0;
        delay[step] = 0;
        while (true) {
            long clash = clashEnd(step, start);
            if (clash == Axes.FREE) {
                delay[step] = minutes;
                return start;
            }
            if (clash >= problem.latest[step]) {
                return first;
            }
            minutes = Math.max(minutes + 1, -Math.floorDiv(first - clash, (long) MINUTE));
            start = placement.delayed(step, first, minutes);
            if (start > problem.latest[step]) {
                return first;
            }
        }
    }

    private long clashEnd(int step, long start) {
        for (var need : problem.needs[step]) {
            if (problem.fits(need)) {
                long end = axes.clashEnd(need, start, Occupied.until(need, start, Long.MAX_VALUE));
                if (end != Axes.FREE) {
                    return end;
                }
            }
        }
        return Axes.FREE;
    }

    @Override
    void place(int step, long at) {
        if (!problem.movable[step]) {
            placement.pass(step);
            end = placement.counts(step) ? Math.max(end, placement.finish(step)) : end;
            return;
        }
        placement.put(step, at);
        end = Math.max(end, placement.finish(step));
        if (clashEnd(step, at) != Axes.FREE) {
            overloaded++;
        }
        for (var need : problem.needs[step]) {
            axes.book(need, at, Occupied.until(need, at, placement.finish(step)));
        }
    }

    /** Minutes by the clock that {@link #earliest} last put the step behind what the network alone allows. */
    long delay(int step) {
        return delay[step];
    }

    long end() {
        return end;
    }

    @Override
    long start(int step) {
        return placement.start(step);
    }

    @Override
    long finish(int step) {
        return placement.finish(step);
    }

    @Override
    void mirrorKeys(long[] keys) {
        for (int step = 0; step < size; step++) {
            keys[size - 1 - step] = placement.isLeaf(step) ? -placement.finish(step) : -end;
        }
    }

    @Override
    long score() {
        return end - origin + overloaded * OVERLOADED;
    }

    @Override
    boolean isOrdered() {
        return false;
    }

    @Override
    void anchor(long score) {
        throw new UnsupportedOperationException("looks forward");
    }
}
