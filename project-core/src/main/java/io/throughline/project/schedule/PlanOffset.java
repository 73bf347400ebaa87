package io.throughline.project.schedule;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A day, or a moment of it, counted from the day on which a plan begins (or ends, where it is planned back), so that it can
 * be found again in a plan that begins on another day.
 *
 * <p>Counted are working days of the plan's calendar; the time of day stays as it is. A day off is so many days after the
 * working day before it, and where the other calendar works again sooner, it is the last day before that.
 *
 * <p>Worked example, Monday to Friday, begun on Monday 2 March: Thursday 12 March 10:00 is {@code 8T10:00}. Begun on
 * Wednesday 30 September with 1 to 8 October off, that is Tuesday 20 October 10:00. Sunday 8 March is {@code 4+2}.
 *
 * @param days working days after the first; negative before it
 * @param rest days after that working day, all of them off
 * @param time null for the day as such
 */
record PlanOffset(long days, int rest, @Nullable LocalTime time) {

    private static final Pattern TEXT =
            Pattern.compile("(-?\\d{1,6})(?:\\+(\\d{1,4}))?(?:T(\\d\\d:\\d\\d(?::\\d\\d)?))?");

    static PlanOffset of(PlanHours hours, LocalDate origin, LocalDateTime moment) {
        return of(hours, origin, moment.toLocalDate(), moment.toLocalTime());
    }

    static PlanOffset of(PlanHours hours, LocalDate origin, LocalDate day, @Nullable LocalTime time) {
        long days = hours.workingDays(origin, day);
        if (hours.works(day)) {
            return new PlanOffset(days, 0, time);
        }
        var before = hours.workingDay(origin, days - 1);
        return new PlanOffset(days - 1, (int) Math.min(9999, day.toEpochDay() - before.toEpochDay()), time);
    }

    LocalDate day(PlanHours hours, LocalDate origin) {
        var day = hours.workingDay(origin, days);
        if (rest == 0) {
            return day;
        }
        var last = hours.workingDay(origin, days + 1).minusDays(1);
        var wanted = day.plusDays(rest);
        return wanted.isAfter(last) ? last : wanted;
    }

    /** An offset without a time is the beginning of its day. */
    LocalDateTime moment(PlanHours hours, LocalDate origin) {
        var day = day(hours, origin);
        return time == null ? day.atStartOfDay() : day.atTime(time);
    }

    static PlanOffset parse(String text) {
        var found = TEXT.matcher(text);
        if (!found.matches()) {
            throw new IllegalArgumentException("not an offset: " + text);
        }
        return new PlanOffset(
                Long.parseLong(found.group(1)),
                found.group(2) == null ? 0 : Integer.parseInt(found.group(2)),
                found.group(3) == null ? null : LocalTime.parse(found.group(3)));
    }

    @Override
    public String toString() {
        return days + (rest == 0 ? "" : "+" + rest) + (time == null ? "" : "T" + time);
    }
}
