package io.throughline.project.schedule.leveling;

import io.throughline.foundation.calendar.LocalHours;
import io.throughline.foundation.calendar.WorkCalendar;
import io.throughline.project.schedule.network.Placement;
import java.time.ZoneOffset;
import java.util.Arrays;

/**
 * The use of each resource over its own time line. Where all that a resource does is counted in the same hours, the line
 * is those hours and a need is one stretch of it; else it is the calendar's seconds and a need is as many stretches as
 * its hours have between its start and its end, so that one who works mornings and one who works afternoons do not meet.
 */
final class Axes {

    /** No clash. */
    static final long FREE = Lane.NEVER;

    private static final LocalHours ALWAYS = WorkCalendar.always(ZoneOffset.UTC).local();

    private final Lane[] lanes;
    private final LocalHours[] hours;

    /** With what is fixed and what the resources do elsewhere. */
    Axes(Problem problem) {
        this(problem.plan, problem.needs, problem.placement());
        block(problem, problem.placement());
        keep();
    }

    /** With what the resources do elsewhere. */
    Axes(LevelingPlan plan, Need[][] needs, Placement placement) {
        int resources = plan.resources().size();
        lanes = new Lane[resources];
        hours = new LocalHours[resources];
        Arrays.setAll(lanes, k -> Lane.single(plan.resources().get(k).units()));
        for (var list : needs) {
            for (var need : list) {
                int k = need.resource();
                hours[k] = hours[k] == null || hours[k] == need.hours() ? need.hours() : ALWAYS;
            }
        }
        for (int k = 0; k < resources; k++) {
            if (hours[k] == null) {
                hours[k] = ALWAYS;
            }
        }
        for (int k = 0; k < lanes.length; k++) {
            for (var booking : plan.bookings()) {
                if (booking.resource() == plan.resources().get(k).resource()) {
                    long one = placement.time(Lanes.from(booking));
                    long other = placement.time(Lanes.to(booking));
                    lanes[k].book(
                            hours[k].worked(Math.min(one, other)),
                            hours[k].worked(Math.max(one, other)),
                            booking.units());
                }
            }
        }
    }

    private void block(Problem problem, Placement placement) {
        var occupied = new Occupied(problem, placement);
        for (int step = 0; step < problem.size; step++) {
            for (var need : problem.movable[step] ? new Need[0] : problem.needs[step]) {
                long start = placement.fixedStart(step);
                long finish = placement.fixedFinish(step);
                book(need, occupied.from(step, need, start, finish), occupied.until(step, need, start, finish));
            }
        }
    }

    private void keep() {
        for (var lane : lanes) {
            lane.keep();
        }
    }

    void clear() {
        for (var lane : lanes) {
            lane.clear();
        }
    }

    void book(Need need, long from, long to) {
        book(need, from, to, need.units());
    }

    /** Takes back what was booked there. */
    void free(Need need, long from, long to) {
        book(need, from, to, -need.units());
    }

    private void book(Need need, long from, long to, int units) {
        var lane = lanes[need.resource()];
        var axis = hours[need.resource()];
        if (axis == need.hours()) {
            lane.book(axis.worked(from), axis.worked(to), units);
            return;
        }
        for (long open = opening(need, from); open < to; open = opening(need, open)) {
            long until = need.hours().openUntil(open, to);
            lane.book(axis.worked(open), axis.worked(until), units);
            open = until;
        }
    }

    /** The local second at which the first clash of this need ends, or {@link #FREE}. */
    long clashEnd(Need need, long from, long to) {
        var lane = lanes[need.resource()];
        var axis = hours[need.resource()];
        if (axis == need.hours()) {
            return second(axis, lane.clashEnd(axis.worked(from), axis.worked(to), need.units()));
        }
        for (long open = opening(need, from); open < to; open = opening(need, open)) {
            long until = need.hours().openUntil(open, to);
            long end = lane.clashEnd(axis.worked(open), axis.worked(until), need.units());
            if (end != FREE) {
                return second(axis, end);
            }
            open = until;
        }
        return FREE;
    }

    /** The local second at which the last clash of this need begins, or {@link #FREE}. */
    long clashStart(Need need, long from, long to) {
        var lane = lanes[need.resource()];
        var axis = hours[need.resource()];
        if (axis == need.hours()) {
            return second(axis, lane.clashStart(axis.worked(from), axis.worked(to), need.units()));
        }
        long last = FREE;
        for (long open = opening(need, from); open < to; open = opening(need, open)) {
            long until = need.hours().openUntil(open, to);
            long start = lane.clashStart(axis.worked(open), axis.worked(until), need.units());
            last = Math.max(last, start);
            open = until;
        }
        return last == FREE ? FREE : second(axis, last);
    }

    private static long opening(Need need, long from) {
        long open = need.hours().add(from, 0);
        return open == LocalHours.NEVER ? Long.MAX_VALUE : open;
    }

    private static long second(LocalHours axis, long index) {
        if (index == FREE || index == Long.MAX_VALUE) {
            return index;
        }
        long second = axis.secondAt(index);
        return second == LocalHours.NEVER ? Long.MAX_VALUE : second;
    }
}
