package io.throughline.foundation.calendar;

import java.time.Instant;

/**
 * A calendar with all its hours.
 *
 * @param version to hand back with a change
 * @param revision number of its present hours, from 1
 */
public record CalendarDetail(
        WorkCalendarId id, int version, int revision, CalendarDefinition definition, Instant changedAt) {}
