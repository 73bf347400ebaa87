package io.throughline.project.schedule.planfile;

import io.throughline.project.schedule.planfile.PlanFileCalendar.Period;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mpxj.DayType;
import org.mpxj.LocalTimeRange;
import org.mpxj.ProjectCalendar;
import org.mpxj.ProjectCalendarException;
import org.mpxj.ProjectFile;

/** The working calendars of a file: the week and the days that differ. */
final class MpxjCalendars {
    private static final int EXCEPTIONS = 5_000;
    private static final int REPEATS = 1_000;

    private final ProjectFile file;
    private final ReportBuilder report;

    MpxjCalendars(ProjectFile file, ReportBuilder report) {
        this.file = file;
        this.report = report;
    }

    List<PlanFileCalendar> read() {
        var calendars = new ArrayList<PlanFileCalendar>();
        for (var calendar : file.getCalendars()) {
            var name = MpxjPlan.calendarName(calendar);
            if (name != null) {
                calendars.add(new PlanFileCalendar(
                        name, MpxjPlan.calendarName(calendar.getParent()), week(calendar), exceptions(calendar)));
                report.left("workWeeks", calendar.getWorkWeeks().size(), name);
            }
        }
        return calendars;
    }

    private static Map<DayOfWeek, List<Period>> week(ProjectCalendar calendar) {
        var week = new EnumMap<DayOfWeek, List<Period>>(DayOfWeek.class);
        for (var day : DayOfWeek.values()) {
            var type = calendar.getCalendarDayType(day);
            if (type == DayType.NON_WORKING) {
                week.put(day, List.of());
            } else if (type == DayType.WORKING) {
                week.put(day, periods(calendar.getCalendarHours(day)));
            }
        }
        return week;
    }

    private List<PlanFileCalendar.Exception> exceptions(ProjectCalendar calendar) {
        var exceptions = new ArrayList<PlanFileCalendar.Exception>();
        for (var exception : calendar.getCalendarExceptions()) {
            if (exceptions.size() > EXCEPTIONS || !isBounded(exception)) {
                report.left("calendarExceptions", exception.getName());
                continue;
            }
            for (var day : exception.getExpandedExceptions()) {
                exceptions.add(new PlanFileCalendar.Exception(
                        PlanText.line(exception.getName(), 120), day.getFromDate(), day.getToDate(), periods(day)));
            }
        }
        return exceptions;
    }

    private static boolean isBounded(ProjectCalendarException exception) {
        var repeat = exception.getRecurring();
        var from = repeat == null ? exception.getFromDate() : repeat.getCalculatedFirstDate();
        var to = repeat == null ? exception.getToDate() : repeat.getCalculatedLastDate();
        if (!isSane(from) || !isSane(to)) {
            return false;
        }
        boolean manyTimes = repeat != null && repeat.getOccurrences() != null && repeat.getOccurrences() > REPEATS;
        return !manyTimes && (repeat == null || ChronoUnit.YEARS.between(from, to) <= 50);
    }

    private static boolean isSane(@Nullable LocalDate date) {
        return date != null && date.getYear() >= 1980 && date.getYear() <= 2200;
    }

    private static List<Period> periods(@Nullable List<LocalTimeRange> ranges) {
        if (ranges == null) {
            return List.of();
        }
        var periods = new ArrayList<Period>();
        for (var range : ranges) {
            if (range.getStart() != null && range.getEnd() != null) {
                int from = minute(range.getStart());
                int to = range.getEnd().equals(LocalTime.MIDNIGHT) ? 1440 : minute(range.getEnd());
                if (from < to) {
                    periods.add(new Period(from, to));
                }
            }
        }
        return List.copyOf(periods);
    }

    private static int minute(LocalTime time) {
        return time.toSecondOfDay() / 60;
    }
}
