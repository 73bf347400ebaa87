package io.throughline.foundation.calendar;

import java.time.Instant;

/** A calendar as it was valid at a moment. */
public record CalendarAt(WorkCalendarId calendar, Instant at) {}
