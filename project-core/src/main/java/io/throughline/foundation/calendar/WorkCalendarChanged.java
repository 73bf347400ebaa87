package io.throughline.foundation.calendar;

/** The hours of a calendar are other ones from now on: open clocks and plans that count with it are to be recomputed. */
public record WorkCalendarChanged(long calendarId, int revision, String cause) {}
