package io.throughline.project.schedule.leveling;

import io.throughline.project.schedule.network.Placement;

/** {@link CalendarBoard} backward from a finish: late dates, each step as late as capacity leaves free. */
final class CalendarMirror extends Board {

    private final Problem problem;
    private final Placement placement;
    private final Axes axes;
    private final Occupied occupied;
    private final long[] early;
    private final long origin;
    private long base;
    private long worst;

    CalendarMirror(Problem problem) {
        super(mirrored(problem.preceding), new int[problem.size]);
        this.problem = problem;
        this.placement = problem.placement();
        this.axes = new Axes(problem);
        this.occupied = new Occupied(problem, placement);
        this.origin = placement.projectStart();
        early = new long[size];
        for (int step = 0; step < size; step++) {
            early[step] = placement.counts(step) ? placement.start(step) : Long.MIN_VALUE;
        }
    }

    @Override
    void anchor(long score) {
        base = score % CalendarBoard.OVERLOADED;
        placement.endAt(origin + base);
    }

    @Override
    void clear() {
        axes.clear();
        worst = -base;
    }

    @Override
    long earliest(int i) {
        int step = size - 1 - i;
        if (!problem.movable[step]) {
            return Long.MIN_VALUE;
        }
        long finish = placement.latest(step);
        while (true) {
            long start = placement.startFor(step, finish);
            long clash = clashStart(step, start, finish);
            if (clash == Axes.FREE || clash >= finish) {
                return -finish;
            }
            finish = placement.closing(step, clash);
        }
    }

    private long clashStart(int step, long start, long finish) {
        for (var need : problem.needs[step]) {
            if (problem.fits(need)) {
                long at = axes.clashStart(
                        need, occupied.from(step, need, start, finish), occupied.until(step, need, start, finish));
                if (at != Axes.FREE) {
                    return at;
                }
            }
        }
        return Axes.FREE;
    }

    @Override
    void place(int i, long at) {
        int step = size - 1 - i;
        if (!problem.movable[step]) {
            placement.passLate(step);
        } else {
            long start = placement.startFor(step, -at);
            placement.putLate(step, start, -at);
            for (var need : problem.needs[step]) {
                axes.book(need, occupied.from(step, need, start, -at), occupied.until(step, need, start, -at));
            }
        }
        if (early[step] != Long.MIN_VALUE) {
            worst = Math.max(worst, early[step] - placement.lateStart(step));
        }
    }

    @Override
    long start(int i) {
        return -placement.lateFinish(size - 1 - i);
    }

    @Override
    long finish(int i) {
        return -placement.lateStart(size - 1 - i);
    }

    @Override
    void mirrorKeys(long[] keys) {
        for (int step = 0; step < size; step++) {
            keys[step] = placement.isLeaf(step) ? placement.lateStart(step) : origin;
        }
    }

    @Override
    long score() {
        return base + worst;
    }

    @Override
    boolean isOrdered() {
        return false;
    }
}
