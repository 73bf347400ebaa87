package io.throughline.project.schedule.network;

import io.throughline.foundation.calendar.LocalHours;
import io.throughline.project.schedule.ConstraintType;
import org.jspecify.annotations.Nullable;

/** {@link Placement} with early dates from the project's start. */
final class PlacementAhead extends Placement {

    private final ForwardPass forward;
    private final boolean settled;
    private BackwardPass backward;

    PlacementAhead(Network network) {
        this(network, new Dates(network), false);
        dates.projectStart = Seconds.of(network.frame.anchor());
        forward.run();
        dates.projectFinish = CriticalPath.latest(network, dates);
        endAt(dates.projectFinish);
        backward.run();
    }

    private PlacementAhead(Network network, Dates dates, boolean settled) {
        super(network, dates);
        this.settled = settled;
        long start = settled ? dates.projectStart : Seconds.of(network.frame.anchor());
        forward = new ForwardPass(network, clock, dates, start, settled);
        backward = new BackwardPass(network, clock, dates, dates.projectFinish);
    }

    static PlacementAhead planned(Network network) {
        var planned = CriticalPath.of(network).dates.planned;
        if (planned == null) {
            throw new IllegalArgumentException("only plans from their finish");
        }
        return new PlacementAhead(network, planned, true);
    }

    @Override
    int at(int step) {
        return step;
    }

    @Override
    public boolean canMove(int step) {
        boolean fromHere = settled
                ? isLeaf(step) && !tasks.settlesLate(node(step))
                : tasks.constraint[task(step)] != ConstraintType.ALAP;
        return fromHere && super.canMove(step);
    }

    @Override
    public int[][] before() {
        return precedingInOrder();
    }

    @Override
    public boolean isMirrored() {
        return false;
    }

    @Override
    public LocalHours seen(LocalHours hours) {
        return hours;
    }

    @Override
    public long earliest(int step) {
        return forward.start(order[step]);
    }

    @Override
    public long delayed(int step, long from, long minutes) {
        return clock.open(order[step], from + minutes * Seconds.MINUTE);
    }

    @Override
    public long finishFor(int step, long start) {
        return clock.finish(order[step], start);
    }

    @Override
    public void put(int step, long start) {
        dates.earlyStart[order[step]] = start;
        dates.earlyFinish[order[step]] = clock.finish(order[step], start);
    }

    @Override
    public void pass(int step) {
        forward.visit(order[step]);
    }

    @Override
    public long start(int step) {
        return dates.earlyStart[task(step)];
    }

    @Override
    public long finish(int step) {
        return dates.earlyFinish[task(step)];
    }

    @Override
    public long fixedStart(int step) {
        return start(step);
    }

    @Override
    public long fixedFinish(int step) {
        return finish(step);
    }

    @Override
    public void endAt(long finish) {
        backward = new BackwardPass(network, clock, dates, finish);
    }

    @Override
    public long latest(int step) {
        return backward.finish(order[step], false);
    }

    @Override
    public long startFor(int step, long finish) {
        return clock.start(order[step], finish);
    }

    @Override
    public long closing(int step, long time) {
        return clock.close(order[step], time);
    }

    @Override
    public void putLate(int step, long start, long finish) {
        dates.lateStart[order[step]] = start;
        dates.lateFinish[order[step]] = finish;
    }

    @Override
    public void passLate(int step) {
        backward.visit(order[step]);
    }

    @Override
    public long lateStart(int step) {
        return dates.lateStart[task(step)];
    }

    @Override
    public long lateFinish(int step) {
        return dates.lateFinish[task(step)];
    }

    @Override
    public long projectStart() {
        return dates.projectStart;
    }

    @Override
    public long projectFinish() {
        return dates.projectFinish;
    }

    @Override
    public @Nullable OneClock oneClock(boolean[] fixed) {
        return settled ? null : new OneClockReader(network, dates, fixed).read();
    }
}
