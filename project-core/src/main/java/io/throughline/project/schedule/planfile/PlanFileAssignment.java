package io.throughline.project.schedule.planfile;

/**
 * A resource on a task, by the file's uids.
 *
 * @param units percent of one full resource
 * @param workMinutes planned work, 0 where the file says nothing
 */
public record PlanFileAssignment(int task, int resource, double units, long workMinutes) {}
