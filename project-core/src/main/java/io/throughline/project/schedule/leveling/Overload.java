package io.throughline.project.schedule.leveling;

import java.time.LocalDateTime;
import java.util.List;

/**
 * A stretch of time in which more is needed of a resource than there is.
 *
 * @param units the most that is needed at a time, bookings elsewhere included
 * @param tasks that need it, by id
 */
public record Overload(long resource, LocalDateTime from, LocalDateTime to, int units, int capacity, List<Long> tasks) {

    public Overload {
        tasks = List.copyOf(tasks);
    }
}
