package io.throughline.project.schedule.leveling;

import io.throughline.project.schedule.leveling.LevelingPlan.Booking;
import io.throughline.project.schedule.network.OneClock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** How the resources of a plan on one clock share lanes, and what is booked on them from the outset. */
final class Lanes {

    /** With more resources than this each has a lane of its own: a step needs few of them. */
    private static final int SHARING = 8;

    private final int[] divisor;
    private final int[] capacity;
    private final int[] lane;
    private final int[] shift;
    private final List<Block> blocks = new ArrayList<>();
    private int count;
    private boolean backward;

    private record Block(int resource, int units, long from, long to) {}

    private Lanes(int resources) {
        divisor = new int[resources];
        capacity = new int[resources];
        lane = new int[resources];
        shift = new int[resources];
    }

    static Lanes of(Problem problem, OneClock clock) {
        int resources = problem.plan.resources().size();
        var lanes = new Lanes(resources);
        lanes.block(problem, clock);
        for (var list : problem.needs) {
            for (var need : list) {
                lanes.divisor[need.resource()] = gcd(lanes.divisor[need.resource()], need.units());
            }
        }
        for (var block : lanes.blocks) {
            lanes.divisor[block.resource] = gcd(lanes.divisor[block.resource], block.units);
        }
        lanes.share(problem, resources);
        return lanes;
    }

    /** Everything fixed, and what the resources do elsewhere. */
    private void block(Problem problem, OneClock clock) {
        var placement = problem.placement();
        var occupied = new Occupied(problem, placement);
        for (int step = 0; step < problem.size; step++) {
            for (var need : problem.movable[step] ? new Need[0] : problem.needs[step]) {
                long from = placement.fixedStart(step);
                long to = occupied.until(step, need, from, placement.fixedFinish(step));
                add(need.resource(), need.units(), clock.at(from), clock.at(to));
            }
        }
        for (int k = 0; k < problem.plan.resources().size(); k++) {
            for (var booking : problem.plan.bookings()) {
                if (booking.resource() == problem.plan.resources().get(k).resource()) {
                    add(k, booking.units(), clock.at(from(booking)), clock.at(to(booking)));
                }
            }
        }
    }

    static long from(Booking booking) {
        return booking.from().toEpochSecond(ZoneOffset.UTC);
    }

    static long to(Booking booking) {
        return booking.to().toEpochSecond(ZoneOffset.UTC);
    }

    private void add(int resource, int units, long from, long to) {
        if (from < to) {
            blocks.add(new Block(resource, units, from, to));
        }
    }

    private void share(Problem problem, int resources) {
        int used = 64;
        boolean shared = false;
        for (int k = 0; k < resources; k++) {
            capacity[k] = problem.capacity(k) / Math.max(1, divisor[k]);
            int bits = Lane.bits(capacity[k]) + 1;
            int resource = k;
            boolean alone = resources > SHARING || blocks.stream().anyMatch(block -> block.resource == resource);
            if (!alone && shared && used + bits <= 63) {
                lane[k] = count - 1;
                shift[k] = used;
                used += bits;
            } else {
                lane[k] = count++;
                shared = !alone;
                used = bits;
            }
        }
    }

    Lanes mirrored() {
        backward = true;
        return this;
    }

    Lane[] make() {
        var guard = new long[count];
        var empty = new long[count];
        var members = new int[count];
        for (int k = 0; k < lane.length; k++) {
            int bits = Lane.bits(capacity[k]);
            guard[lane[k]] |= 1L << (shift[k] + bits);
            empty[lane[k]] |= ((1L << bits) - 1 - capacity[k]) << shift[k];
            members[lane[k]]++;
        }
        var made = new Lane[count];
        for (int k = 0; k < lane.length; k++) {
            int one = lane[k];
            made[one] = members[one] == 1 ? Lane.single(capacity[k]) : new Lane(guard[one], empty[one]);
        }
        for (var block : blocks) {
            long demand = block.units / divisor[block.resource];
            made[lane[block.resource]].book(
                    backward ? -block.to : block.from, backward ? -block.from : block.to, demand);
        }
        for (var one : made) {
            one.keep();
        }
        return made;
    }

    /** Which lanes a movable step takes from, and its word in each. */
    void demands(Problem problem, int step, int[][] lanesOf, long[][] demands) {
        var words = new long[count];
        int taken = 0;
        if (problem.movable[step]) {
            for (var need : problem.needs[step]) {
                if (problem.fits(need)) {
                    taken += words[lane[need.resource()]] == 0 ? 1 : 0;
                    words[lane[need.resource()]] |=
                            (long) need.units() / divisor[need.resource()] << shift[need.resource()];
                }
            }
        }
        lanesOf[step] = new int[taken];
        demands[step] = new long[taken];
        for (int k = count - 1; k >= 0; k--) {
            if (words[k] != 0) {
                lanesOf[step][--taken] = k;
                demands[step][taken] = words[k];
            }
        }
    }

    private static int gcd(int a, int b) {
        return b == 0 ? a : gcd(b, a % b);
    }
}
