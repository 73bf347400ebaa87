package io.throughline.project.schedule.leveling;

import io.throughline.foundation.calendar.LocalHours;
import io.throughline.project.schedule.network.Network;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is to be leveled: one plan, or several put into one network because they share people. Units are counted in
 * {@link #WHOLE ten-thousandths} of a full resource, times are local date-times of the network.
 *
 * @param network leveling delays it has are taken away first
 * @param resources those that can be overloaded; assignments of others do not count
 * @param bookings what the resources do elsewhere
 * @param priorities by task id, 0 to 1000, 500 where not said; 1000 is never moved, higher ones are not delayed by lower
 * @param withinSlack whether a task may be delayed only as far as the project's finish and the deadlines allow; in a plan
 *     from its finish: moved earlier only as far as the project's start allows
 */
public record LevelingPlan(
        Network network,
        List<Capacity> resources,
        List<Assignment> assignments,
        List<Booking> bookings,
        Map<Long, Integer> priorities,
        boolean withinSlack) {

    /** One full resource. */
    public static final int WHOLE = 10_000;

    public static final int USUAL_PRIORITY = 500;
    public static final int NEVER_MOVE = 1000;

    /** @param units how much there is of it at a time */
    public record Capacity(long resource, int units) {}

    /**
     * A resource on a task, from the task's start.
     *
     * @param hours when it works; null for the task's own hours
     * @param minutes of these hours it is needed; the whole task where {@code hours} is null
     */
    public record Assignment(
            long task, long resource, int units, @Nullable LocalHours hours, long minutes) {

        /** The whole task in the task's own hours. */
        public static Assignment throughout(long task, long resource, int units) {
            return new Assignment(task, resource, units, null, 0);
        }
    }

    public record Booking(long resource, int units, LocalDateTime from, LocalDateTime to) {}

    public LevelingPlan {
        resources = List.copyOf(resources);
        assignments = List.copyOf(assignments);
        bookings = List.copyOf(bookings);
        priorities = Map.copyOf(priorities);
    }

    /** With the usual choices: nothing elsewhere, all tasks alike, beyond slack where needed. */
    public static LevelingPlan of(Network network, List<Capacity> resources, List<Assignment> assignments) {
        return new LevelingPlan(network, resources, assignments, List.of(), Map.of(), false);
    }

    public LevelingPlan withBookings(List<Booking> elsewhere) {
        return new LevelingPlan(network, resources, assignments, elsewhere, priorities, withinSlack);
    }

    public LevelingPlan withPriorities(Map<Long, Integer> byTask) {
        return new LevelingPlan(network, resources, assignments, bookings, byTask, withinSlack);
    }

    public LevelingPlan onlyWithinSlack() {
        return new LevelingPlan(network, resources, assignments, bookings, priorities, true);
    }

    int priority(long task) {
        return priorities.getOrDefault(task, USUAL_PRIORITY);
    }
}
