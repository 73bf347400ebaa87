package io.throughline.project.schedule.leveling;

import io.throughline.foundation.calendar.LocalHours;
import io.throughline.foundation.calendar.WorkCalendar;
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

    Axes(Problem problem) {
        int resources = problem.plan.resources().size();
        lanes = new Lane[resources];
        hours = new LocalHours[resources];
        Arrays.setAll(lanes, k -> Lane.single(problem.capacity(k)));
        for (var list : problem.needs) {
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
        block(problem);
    }

    private void block(Problem problem) {
        var placement = problem.placement();
        for (int step = 0; step < problem.size; step++) {
            for (var need : problem.movable[step] ? new Need[0] : problem.needs[step]) {
                long from = placement.start(step);
                book(need, from, Occupied.until(problem, step, need, from, placement.finish(step)));
            }
        }
        for (int k = 0; k < lanes.length; k++) {
            for (var booking : problem.plan.bookings()) {
                if (booking.resource() == problem.plan.resources().get(k).resource()) {
                    lanes[k].book(
                            hours[k].worked(Lanes.from(booking)), hours[k].worked(Lanes.to(booking)), booking.units());
                }
            }
            lanes[k].keep();
        }
    }

    void clear() {
        for (var lane : lanes) {
            lane.clear();
        }
    }

    void book(Need need, long from, long to) {
        var lane = lanes[need.resource()];
        var axis = hours[need.resource()];
        if (axis == need.hours()) {
            lane.book(axis.worked(from), axis.worked(to), need.units());
            return;
        }
        for (long open = opening(need, from); open < to; open = opening(need, open)) {
            long until = need.hours().openUntil(open, to);
            lane.book(axis.worked(open), axis.worked(until), need.units());
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
