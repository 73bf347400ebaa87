package io.throughline.project.schedule;

import io.throughline.project.schedule.network.Network;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A plan as it lies in the database.
 *
 * @param network ids are task numbers
 * @param tasks in the network's order
 * @param pins starts that people typed before the plan was first computed, by number; they are constraints in the network
 *     and not yet in the database
 */
record StoredPlan(Network network, List<Line> tasks, Map<Integer, LocalDateTime> pins) {

    /**
     * What is stored of one task.
     *
     * @param typed where it began so far if nothing but a person said so, else null
     */
    record Line(
            long id,
            int number,
            int version,
            TaskKind kind,
            boolean summary,
            boolean shared,
            @Nullable LocalDateTime start,
            @Nullable LocalDateTime finish,
            @Nullable LocalDateTime typed) {

        boolean lies(LocalDateTime from, LocalDateTime to) {
            return from.equals(start) && to.equals(finish);
        }
    }
}
