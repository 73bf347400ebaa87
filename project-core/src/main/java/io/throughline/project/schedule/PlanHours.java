package io.throughline.project.schedule;

import io.throughline.foundation.calendar.LocalHours;
import io.throughline.foundation.calendar.WorkCalendar;
import io.throughline.foundation.calendar.WorkWeek;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;

/** Turns durations into dates and back on the hours a plan is made in: Monday to Friday, 08–12 and 13–17. */
class PlanHours {

    static final PlanHours STANDARD = new PlanHours(WorkCalendar.of(
                    ZoneOffset.UTC,
                    WorkWeek.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY, "08:00-12:00", "13:00-17:00"),
                    List.of())
            .local());

    static final long DAY_MINUTES = 480;
    private static final LocalTime OPENING = LocalTime.of(8, 0);

    private final LocalHours hours;

    PlanHours(LocalHours hours) {
        this.hours = hours;
    }

    LocalHours hours() {
        return hours;
    }

    /** The first working moment of the day or after it. */
    LocalDateTime opening(LocalDate day) {
        return local(hours.add(second(day.atTime(OPENING)), 0));
    }

    /** The opening of the n-th working day after the start's day. */
    LocalDateTime workingDay(LocalDate start, int days) {
        var first = opening(start);
        return days == 0
                ? first
                : opening(add(first, days * DAY_MINUTES).toLocalDate().plusDays(1));
    }

    /** Where so many working minutes after the start end: at closing time rather than the next opening. */
    LocalDateTime add(LocalDateTime start, long minutes) {
        return minutes == 0 ? start : local(hours.add(second(start), minutes * 60));
    }

    long between(LocalDateTime start, LocalDateTime finish) {
        return hours.between(second(start), second(finish)) / 60;
    }

    private static long second(LocalDateTime time) {
        return time.toEpochSecond(ZoneOffset.UTC);
    }

    private static LocalDateTime local(long second) {
        return LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC);
    }
}
