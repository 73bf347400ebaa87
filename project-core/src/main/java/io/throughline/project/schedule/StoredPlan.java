package io.throughline.project.schedule;

import io.throughline.foundation.calendar.LocalHours;
import io.throughline.project.schedule.network.Network;
import io.throughline.project.schedule.network.Schedule;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A plan as it lies in the database.
 *
 * @param network ids are task numbers
 * @param tasks in the network's order
 * @param calendars hours of the tasks' own calendars as they were
 * @param pins starts that people typed before the plan was first computed, by number; they are constraints in the network
 *     and not yet in the database
 */
record StoredPlan(
        Network network, List<Line> tasks, Map<Long, LocalHours> calendars, Map<Integer, LocalDateTime> pins) {

    /** The same once its dates have been saved. */
    StoredPlan saved(Schedule schedule) {
        var lines = tasks.stream()
                .map(line -> line.at(schedule.startOf(line.number()), schedule.finishOf(line.number())))
                .toList();
        return new StoredPlan(network, lines, calendars, Map.of());
    }

    /**
     * What is stored of one task.
     *
     * @param off cancelled: keeps the dates it has
     * @param typed where it began so far if nothing but a person said so, else null
     */
    record Line(
            long id,
            int number,
            boolean off,
            @Nullable LocalDateTime start,
            @Nullable LocalDateTime finish,
            @Nullable LocalDateTime typed) {

        Line at(LocalDateTime from, LocalDateTime to) {
            return lies(from, to) && typed == null ? this : new Line(id, number, off, from, to, null);
        }

        boolean lies(LocalDateTime from, LocalDateTime to) {
            return off || from.equals(start) && to.equals(finish);
        }
    }
}
