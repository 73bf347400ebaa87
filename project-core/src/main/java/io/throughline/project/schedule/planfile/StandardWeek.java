package io.throughline.project.schedule.planfile;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;

/**
 * Monday to Friday, 08–12 and 13–17: completes rows of a sheet that name only two of start, finish and duration, since
 * a sheet carries no calendar. For example Friday 16:00 and 120 minutes end on Monday 09:00.
 */
final class StandardWeek {
    static final LocalTime OPENING = LocalTime.of(8, 0);
    static final LocalTime CLOSING = LocalTime.of(17, 0);
    static final int DAY = 480;

    private StandardWeek() {}

    /** The finish of so much work from {@code start} on. */
    static LocalDateTime finish(LocalDateTime start, long minutes) {
        long left = minutes + workedBefore(start);
        var day = start.toLocalDate();
        while (isFree(day.getDayOfWeek())) {
            day = day.plusDays(1);
            left = minutes;
        }
        if (left == 0) {
            return day.atTime(OPENING);
        }
        long days = (left - 1) / DAY;
        long weeks = days / 5;
        day = day.plusWeeks(weeks);
        for (long rest = days % 5; rest > 0; rest--) {
            day = day.plusDays(day.getDayOfWeek() == DayOfWeek.FRIDAY ? 3 : 1);
        }
        return day.atTime(atMinute((int) (left - days * DAY)));
    }

    /** The latest start from which so much work ends at {@code finish}. */
    static LocalDateTime start(LocalDateTime finish, long minutes) {
        var day = finish.toLocalDate();
        long before = workedBefore(finish);
        while (isFree(day.getDayOfWeek())) {
            day = day.minusDays(1);
            before = DAY;
        }
        while (before < minutes) {
            day = day.minusDays(day.getDayOfWeek() == DayOfWeek.MONDAY ? 3 : 1);
            before += DAY;
        }
        long minute = before - minutes;
        return day.atTime(
                minute < 240 ? OPENING.plusMinutes(minute) : LocalTime.of(13, 0).plusMinutes(minute - 240));
    }

    /** Working minutes between two times; 0 when they are in the wrong order. */
    static long between(LocalDateTime from, LocalDateTime to) {
        if (!from.isBefore(to)) {
            return 0;
        }
        long weeks = java.time.temporal.ChronoUnit.DAYS.between(from.toLocalDate(), to.toLocalDate()) / 7;
        long minutes = weeks * 5 * DAY - workedBefore(from);
        for (var day = from.toLocalDate().plusWeeks(weeks); day.isBefore(to.toLocalDate()); day = day.plusDays(1)) {
            minutes += isFree(day.getDayOfWeek()) ? 0 : DAY;
        }
        return minutes + workedBefore(to);
    }

    private static long workedBefore(LocalDateTime time) {
        if (isFree(time.getDayOfWeek())) {
            return 0;
        }
        int minute = time.getHour() * 60 + time.getMinute();
        int morning = Math.max(0, Math.min(minute, 720) - 480);
        int afternoon = Math.max(0, Math.min(minute, 1020) - 780);
        return morning + afternoon;
    }

    private static LocalTime atMinute(int worked) {
        return worked <= 240 ? OPENING.plusMinutes(worked) : LocalTime.of(13, 0).plusMinutes(worked - 240);
    }

    private static boolean isFree(DayOfWeek day) {
        return day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY;
    }
}
