package io.throughline.project.schedule.network;

import io.throughline.foundation.calendar.LocalHours;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@link Placement} with late dates from the project's finish, in a mirror: its start is the plan's {@code −finish}, what
 * is earliest there is latest here.
 */
final class PlacementBack extends Placement {

    private final Map<LocalHours, LocalHours> mirrors = new IdentityHashMap<>();
    private final Dates before;
    /** Apart from the late ones: {@link CriticalPath} counts those first, while no early date is known. */
    private final Dates early;

    private final BackwardPass backward;
    private ForwardPass forward;

    PlacementBack(Network network) {
        super(network, new Dates(network));
        before = CriticalPath.of(network).dates;
        dates.projectStart = before.projectStart;
        dates.projectFinish = before.projectFinish;
        dates.spans = before.spans;
        backward = new BackwardPass(network, clock, dates, dates.projectFinish);
        backward.run();
        early = new Dates(network);
        early.projectStart = dates.projectStart;
        early.projectFinish = dates.projectFinish;
        forward = new ForwardPass(network, clock, early, dates.projectStart, false);
        forward.run();
    }

    @Override
    int at(int step) {
        return order.length - 1 - step;
    }

    @Override
    public int[][] before() {
        var before = precedingInOrder();
        int size = before.length;
        var count = new int[size];
        for (var list : before) {
            for (int one : list) {
                count[one]++;
            }
        }
        var mirror = new int[size][];
        for (int step = 0; step < size; step++) {
            mirror[at(step)] = new int[count[step]];
        }
        for (int step = 0; step < size; step++) {
            for (int one : before[step]) {
                mirror[at(one)][--count[one]] = at(step);
            }
        }
        return mirror;
    }

    @Override
    public boolean isMirrored() {
        return true;
    }

    @Override
    public LocalHours seen(LocalHours hours) {
        return hours == TaskTable.ALWAYS ? hours : mirrors.computeIfAbsent(hours, LocalHours::mirrored);
    }

    @Override
    public long earliest(int step) {
        return -backward.finish(node(step), false);
    }

    @Override
    public long delayed(int step, long from, long minutes) {
        return -clock.close(node(step), -from - minutes * Seconds.MINUTE);
    }

    @Override
    public long finishFor(int step, long start) {
        return -clock.start(node(step), -start);
    }

    @Override
    public void put(int step, long start) {
        dates.lateFinish[node(step)] = -start;
        dates.lateStart[node(step)] = clock.start(node(step), -start);
    }

    @Override
    public void pass(int step) {
        backward.visit(node(step));
    }

    @Override
    public long start(int step) {
        return -dates.lateFinish[task(step)];
    }

    @Override
    public long finish(int step) {
        return -dates.lateStart[task(step)];
    }

    @Override
    public long fixedStart(int step) {
        return -before.finish[task(step)];
    }

    @Override
    public long fixedFinish(int step) {
        return -before.start[task(step)];
    }

    @Override
    public void endAt(long finish) {
        forward = new ForwardPass(network, clock, early, -finish, false);
    }

    @Override
    public long latest(int step) {
        return -forward.start(node(step));
    }

    @Override
    public long startFor(int step, long finish) {
        return -clock.finish(node(step), -finish);
    }

    @Override
    public long closing(int step, long time) {
        return -clock.open(node(step), -time);
    }

    @Override
    public void putLate(int step, long start, long finish) {
        early.earlyStart[node(step)] = -finish;
        early.earlyFinish[node(step)] = -start;
    }

    @Override
    public void passLate(int step) {
        forward.visit(node(step));
    }

    @Override
    public long lateStart(int step) {
        return -early.earlyFinish[task(step)];
    }

    @Override
    public long lateFinish(int step) {
        return -early.earlyStart[task(step)];
    }

    @Override
    public long projectStart() {
        return -dates.projectFinish;
    }

    @Override
    public long projectFinish() {
        return -dates.projectStart;
    }

    /** Never: a search with the passes of the engine. */
    @Override
    public @Nullable OneClock oneClock(boolean[] fixed) {
        return null;
    }
}
