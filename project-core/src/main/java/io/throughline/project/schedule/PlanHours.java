package io.throughline.project.schedule;

import io.throughline.foundation.calendar.LocalHours;
import io.throughline.foundation.model.RuleViolation;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * Turns durations into dates and back on the hours a plan is made in: those of the project's calendar, and where it has
 * none Monday to Friday, 08–12 and 13–17. A duration of a day is 480 minutes whatever the calendar.
 */
class PlanHours {

    /** Of a project without a calendar of its own. */
    static final PlanHours STANDARD = new PlanHours(UsualWeek.CALENDAR.local());

    static final long DAY_MINUTES = 480;

    private final LocalHours hours;

    PlanHours(LocalHours hours) {
        this.hours = hours;
    }

    LocalHours hours() {
        return hours;
    }

    /** The first working moment of the day or after it. */
    LocalDateTime opening(LocalDate day) {
        return local(hours.add(second(day.atStartOfDay()), 0));
    }

    /** The last working moment of the day, or of the next working day after it. */
    LocalDateTime closing(LocalDate day) {
        var next = opening(day).toLocalDate().plusDays(1);
        return local(open(hours.add(second(next.atStartOfDay()), -1)) + 1);
    }

    /** The n-th working day after the first one that is not before the start. */
    LocalDate workingDay(LocalDate start, long days) {
        long day = hours.workingDayAt(hours.workingDaysBefore(start.toEpochDay()) + days);
        return LocalDate.ofEpochDay(open(day));
    }

    boolean works(LocalDate day) {
        return workingDays(day, day.plusDays(1)) > 0;
    }

    /** Working days from the one to the other; negative when the second is earlier. */
    long workingDays(LocalDate from, LocalDate to) {
        return hours.workingDaysBefore(to.toEpochDay()) - hours.workingDaysBefore(from.toEpochDay());
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
        return LocalDateTime.ofEpochSecond(open(second), 0, ZoneOffset.UTC);
    }

    private static long open(long found) {
        if (found == LocalHours.NEVER) {
            throw new RuleViolation("foundation.calendar.neverOpens");
        }
        return found;
    }
}
