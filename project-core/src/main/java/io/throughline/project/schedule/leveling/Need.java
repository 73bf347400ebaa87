package io.throughline.project.schedule.leveling;

import io.throughline.foundation.calendar.LocalHours;

/**
 * What a step takes of a resource from its start on.
 *
 * @param resource its place among the plan's resources
 * @param hours in which it is taken
 * @param amount seconds of these hours
 */
record Need(int resource, int units, LocalHours hours, long amount) {}
