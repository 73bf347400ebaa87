package io.throughline.project.schedule.leveling;

import io.throughline.project.schedule.network.Network;
import io.throughline.project.schedule.network.Preview;
import io.throughline.project.schedule.network.Schedule;
import java.util.List;
import java.util.Map;

/**
 * A proposal: the plan before and after leveling, nothing saved.
 *
 * @param delays minutes by the clock by which each moved task starts behind what links and calendars allow, by task id:
 *     its leveling delay, or negative, by which it ends before what they allow in a plan from its finish; tasks not named
 *     have none, unless they were never to move
 * @param before without any leveling
 * @param overloadsBefore of {@code before}
 * @param overloadsAfter what could not be resolved without breaking links, constraints, fixed tasks or the slack allowed
 * @param schedules how many were tried
 */
public record Leveled(
        Map<Long, Long> delays,
        Schedule before,
        Schedule after,
        List<Overload> overloadsBefore,
        List<Overload> overloadsAfter,
        long schedules) {

    public Leveled {
        delays = Map.copyOf(delays);
        overloadsBefore = List.copyOf(overloadsBefore);
        overloadsAfter = List.copyOf(overloadsAfter);
    }

    /** The network with the delays, to be saved or previewed. */
    public Network network() {
        return after.network();
    }

    /** What applying it would move. */
    public Preview moves() {
        return Preview.between(before, after);
    }
}
