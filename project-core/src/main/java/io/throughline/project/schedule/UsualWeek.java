package io.throughline.project.schedule;

import io.throughline.foundation.calendar.WorkCalendar;
import io.throughline.foundation.calendar.WorkWeek;
import java.time.DayOfWeek;
import java.time.ZoneOffset;
import java.util.List;

/** The hours of whoever and whatever has no calendar of its own: Monday to Friday, 08–12 and 13–17, no holidays. */
public final class UsualWeek {

    /** In local times; its zone is nobody's. */
    public static final WorkCalendar CALENDAR = WorkCalendar.of(
            ZoneOffset.UTC, WorkWeek.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY, "08:00-12:00", "13:00-17:00"), List.of());

    private UsualWeek() {}
}
