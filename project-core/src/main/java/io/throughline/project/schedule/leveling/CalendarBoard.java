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
    private final Occupied occupied;
    private final long[] delay;
    private final long origin;
    private long end;
    private long overloaded;

    CalendarBoard(Problem problem) {
        super(problem.preceding, problem.rank);
        this.problem = problem;
        this.placement = problem.placement();
        this.axes = new Axes(problem);
        this.occupied = new Occupied(problem, placement);
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
            return placement.isLeaf(step) ? fixed(step) : Long.MIN_VALUE;
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

    private long fixed(int step) {
        long first = placement.earliest(step);
        if (!problem.held[step]) {
            return first;
        }
        long start = Math.max(first, placement.fixedStart(step));
        delay[step] = (start - first) / MINUTE;
        return start;
    }

    /** Where the step would have to start to leave its first clash behind, or {@link Axes#FREE}. */
    private long clashEnd(int step, long start) {
        long finish = placement.isMirrored() ? placement.finishFor(step, start) : Long.MAX_VALUE;
        for (var need : problem.needs[step]) {
            if (problem.fits(need)) {
                long from = occupied.from(step, need, start, finish);
                long end = axes.clashEnd(need, from, occupied.until(step, need, start, finish));
                if (end != Axes.FREE) {
                    return end == Long.MAX_VALUE ? end : start + end - from;
                }
            }
        }
        return Axes.FREE;
    }

    @Override
    void place(int step, long at) {
        if (!problem.movable[step]) {
            if (problem.held[step]) {
                placement.put(step, at);
            } else {
                placement.pass(step);
            }
            end = placement.counts(step) ? Math.max(end, placement.finish(step)) : end;
            return;
        }
        placement.put(step, at);
        end = Math.max(end, placement.finish(step));
        if (clashEnd(step, at) != Axes.FREE) {
            overloaded++;
        }
        long finish = placement.finish(step);
        for (var need : problem.needs[step]) {
            axes.book(need, occupied.from(step, need, at, finish), occupied.until(step, need, at, finish));
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
