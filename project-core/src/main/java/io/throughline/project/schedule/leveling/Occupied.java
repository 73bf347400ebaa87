package io.throughline.project.schedule.leveling;

import io.throughline.foundation.calendar.LocalHours;

/** Until when a step keeps a resource. */
final class Occupied {

    private Occupied() {}

    /** A task that has begun keeps its resources to its end, another one until their part is done. */
    static long until(Problem problem, int step, Need need, long start, long finish) {
        if (problem.network.hasBegun(problem.id[step])) {
            return finish;
        }
        return until(need, start, finish);
    }

    static long until(Need need, long start, long finish) {
        long end = need.hours().add(start, need.amount());
        return end == LocalHours.NEVER ? finish : Math.min(end, finish);
    }
}
