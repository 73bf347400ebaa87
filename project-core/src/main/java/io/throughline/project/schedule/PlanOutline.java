package io.throughline.project.schedule;

import io.throughline.project.schedule.network.Conflict;
import java.util.List;

/**
 * A whole plan for reading.
 *
 * @param conflicts what cannot all be kept; ids are task numbers. Empty where the plan cannot be computed
 */
public record PlanOutline(List<TaskRow> rows, List<Conflict> conflicts) {

    public PlanOutline {
        rows = List.copyOf(rows);
        conflicts = List.copyOf(conflicts);
    }
}
