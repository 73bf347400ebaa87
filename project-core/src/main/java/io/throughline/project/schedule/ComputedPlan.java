package io.throughline.project.schedule;

import io.throughline.project.schedule.network.Conflict;
import io.throughline.project.schedule.network.Driver;
import io.throughline.project.schedule.network.TaskDates;
import java.time.LocalDateTime;
import java.util.List;

/**
 * The dates a plan has by its links, calendars, constraints and progress; local date-times of the project.
 *
 * @param conflicts what cannot all be kept
 * @param tasks in the order of their numbers, cancelled ones left out; ids are task numbers
 */
public record ComputedPlan(
        LocalDateTime start, LocalDateTime finish, List<Conflict> conflicts, List<ComputedTask> tasks) {

    /**
     * @param startDrivers why it starts when it does; of a summary, its first parts
     * @param finishDrivers why it ends when it does
     */
    public record ComputedTask(TaskDates dates, List<Driver> startDrivers, List<Driver> finishDrivers) {}
}
