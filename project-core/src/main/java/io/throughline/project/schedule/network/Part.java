package io.throughline.project.schedule.network;

import io.throughline.foundation.calendar.LocalHours;

/**
 * The share of one resource in a task.
 *
 * @param hours when it works
 * @param work seconds of these hours it needs
 */
record Part(LocalHours hours, long work) {}
