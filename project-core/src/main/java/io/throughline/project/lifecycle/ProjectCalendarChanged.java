package io.throughline.project.lifecycle;

import org.jspecify.annotations.Nullable;

/**
 * The project is planned in the hours of another calendar from now on; told in the transaction that changes it.
 *
 * @param calendarId null for the standard week
 */
public record ProjectCalendarChanged(
        ProjectId projectId, @Nullable Long calendarId) {}
