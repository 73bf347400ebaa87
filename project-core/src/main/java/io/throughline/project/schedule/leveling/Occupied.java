package io.throughline.project.schedule.leveling;

import io.throughline.foundation.calendar.LocalHours;
import io.throughline.project.schedule.network.Placement;

/**
 * From when until when a step keeps a resource: from the task's start until the resource's part is done, where time runs
 * backward up to the end; a task that has begun keeps its resources to its end.
 */
final class Occupied {

    private final Problem problem;
    private final boolean mirrored;

    Occupied(Problem problem, Placement placement) {
        this.problem = problem;
        this.mirrored = placement.isMirrored();
    }

    long from(int step, Need need, long start, long finish) {
        return mirrored && !hasBegun(step) ? from(need, start, finish) : start;
    }

    long until(int step, Need need, long start, long finish) {
        return mirrored || hasBegun(step) ? finish : until(need, start, finish);
    }

    private boolean hasBegun(int step) {
        return problem.network.hasBegun(problem.id[step]);
    }

    static long until(Need need, long start, long finish) {
        long end = need.hours().add(start, need.amount());
        return end == LocalHours.NEVER ? finish : Math.min(end, finish);
    }

    private static long from(Need need, long start, long finish) {
        long begin = need.hours().add(finish, -need.amount());
        return begin == LocalHours.NEVER ? start : Math.max(begin, start);
    }
}
