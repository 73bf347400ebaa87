package io.throughline.project.resource;

import io.throughline.foundation.calendar.LocalHours;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who works in a set of plans, for whoever moves their work: as plain records, in the order of their ids. Units are
 * ten-thousandths of a full resource; times are local date-times of the project a task belongs to.
 *
 * @param resources all that are on a task of these plans and can be given too much to do
 * @param assignments theirs in these plans, on tasks that have work; cancelled and deleted ones left out
 * @param elsewhere what the same resources do in other open plans meanwhile
 */
public record Staffing(List<Capacity> resources, List<Assigned> assignments, List<Elsewhere> elsewhere) {

    /** @param units how much there is of it at a time */
    public record Capacity(long resource, String name, ResourceKind kind, int units) {}

    /**
     * @param task number in its project
     * @param hours when it works on it, where that is not when the task is worked on; else null
     * @param minutes of these hours it needs, work ÷ units
     */
    public record Assigned(
            long project,
            int task,
            long resource,
            int units,
            @Nullable LocalHours hours,
            long minutes) {}

    /**
     * @param from in the time zone of that project
     * @param hours between the two in which it is needed
     */
    public record Elsewhere(
            long project, long resource, int units, LocalDateTime from, LocalDateTime to, LocalHours hours) {}

    public Staffing {
        resources = List.copyOf(resources);
        assignments = List.copyOf(assignments);
        elsewhere = List.copyOf(elsewhere);
    }
}
