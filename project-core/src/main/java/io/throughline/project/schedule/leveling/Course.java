package io.throughline.project.schedule.leveling;

import java.time.Duration;
import java.util.function.LongSupplier;

/** How long a search goes on, and where it says how far it is. Asked often; cheap. */
@FunctionalInterface
public interface Course {

    /**
     * @param schedules tried so far
     * @param best length of the best plan so far, seconds from the project start: by the clock, or of working time where
     *     the whole plan is on one calendar
     * @return whether to go on
     */
    boolean goesOn(long schedules, long best);

    /** So many schedules: the same result on any machine. */
    static Course of(long most) {
        return (schedules, best) -> schedules < most;
    }

    /** So long by a clock that counts nanoseconds, of processor time or of the wall. */
    static Course lasting(Duration time, LongSupplier nanoseconds) {
        long end = nanoseconds.getAsLong() + time.toNanos();
        return (schedules, best) -> nanoseconds.getAsLong() - end < 0;
    }

    /** Until this or that ends it. */
    default Course and(Course other) {
        return (schedules, best) -> goesOn(schedules, best) && other.goesOn(schedules, best);
    }
}
