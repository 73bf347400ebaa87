package io.throughline.foundation.calendar;

import java.time.Instant;

/** One state of a calendar in its history: since when, by whom and for what cause. */
public record CalendarRevisionRow(int number, Instant validFrom, String cause, String by) {}
