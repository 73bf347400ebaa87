package io.throughline.project.schedule;

import io.throughline.foundation.calendar.CalendarDefinition;
import io.throughline.foundation.calendar.SpecialDay;
import io.throughline.foundation.calendar.WorkCalendarId;
import io.throughline.foundation.calendar.WorkCalendarQueries;
import io.throughline.foundation.calendar.WorkPeriod;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.schedule.planfile.PlanFileCalendar;
import io.throughline.project.schedule.planfile.PlanFileCalendar.Period;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Working calendars as a plan file writes them: a week, and the days that differ; breaks are taken out of their day. */
@Component
@RequiredArgsConstructor
class ExportedCalendars {

    private static final String STANDARD = "Standard";
    private static final int MINUTE = 60;

    private final WorkCalendarQueries calendars;

    /**
     * @param own name of the project's
     * @param names by id, each once
     */
    record Written(String own, Map<Long, String> names, List<PlanFileCalendar> calendars) {}

    /** @param project id of the project's own calendar; null for the standard week */
    Written of(Viewer viewer, @Nullable Long project, Collection<Long> others) {
        var names = new HashMap<Long, String>();
        var taken = new HashSet<String>();
        var written = new ArrayList<PlanFileCalendar>();
        var wanted = new ArrayList<Long>(others);
        if (project == null) {
            taken.add(STANDARD);
            written.add(standard());
        } else {
            wanted.remove(project);
            wanted.add(0, project);
        }
        for (var id : wanted) {
            var definition = calendars.require(viewer, new WorkCalendarId(id)).definition();
            var name =
                    free(viewer.locale().getLanguage().equals("zh") ? definition.nameZh() : definition.nameEn(), taken);
            names.put(id, name);
            written.add(calendar(name, definition));
        }
        return new Written(project == null ? STANDARD : names.getOrDefault(project, STANDARD), names, written);
    }

    private static String free(String name, Set<String> taken) {
        var free = name;
        for (int n = 2; !taken.add(free); n++) {
            free = name + " (" + n + ")";
        }
        return free;
    }

    private static PlanFileCalendar standard() {
        var week = new EnumMap<DayOfWeek, List<Period>>(DayOfWeek.class);
        for (var day : DayOfWeek.values()) {
            boolean works = day.compareTo(DayOfWeek.FRIDAY) <= 0;
            week.put(day, works ? List.of(new Period(480, 720), new Period(780, 1020)) : List.of());
        }
        return new PlanFileCalendar(STANDARD, null, week, List.of());
    }

    private static PlanFileCalendar calendar(String name, CalendarDefinition definition) {
        var week = new EnumMap<DayOfWeek, List<Period>>(DayOfWeek.class);
        for (var day : DayOfWeek.values()) {
            week.put(day, periods(definition.week().on(day)));
        }
        return new PlanFileCalendar(name, null, week, exceptions(definition));
    }

    private static List<PlanFileCalendar.Exception> exceptions(CalendarDefinition definition) {
        var days = new TreeMap<LocalDate, List<SpecialDay>>();
        definition.specialDays().forEach(day -> days.computeIfAbsent(day.date(), key -> new ArrayList<>())
                .add(day));
        var exceptions = new ArrayList<PlanFileCalendar.Exception>();
        days.forEach((date, specials) -> {
            var day = new PlanFileCalendar.Exception(
                    specials.get(0).nameZh(), date, date, hours(definition, date, specials));
            var last = exceptions.isEmpty() ? null : exceptions.get(exceptions.size() - 1);
            if (last != null && goesOn(last, day)) {
                exceptions.set(
                        exceptions.size() - 1,
                        new PlanFileCalendar.Exception(last.name(), last.from(), date, last.periods()));
            } else {
                exceptions.add(day);
            }
        });
        return exceptions;
    }

    private static boolean goesOn(PlanFileCalendar.Exception last, PlanFileCalendar.Exception day) {
        return last.to().plusDays(1).equals(day.from())
                && last.periods().equals(day.periods())
                && java.util.Objects.equals(last.name(), day.name());
    }

    /** Break over override over holiday over week. */
    private static List<Period> hours(CalendarDefinition definition, LocalDate date, List<SpecialDay> specials) {
        var open = new ArrayList<>(periods(definition.week().on(date.getDayOfWeek())));
        for (var kind : List.of(SpecialDay.Kind.HOLIDAY, SpecialDay.Kind.OVERRIDE)) {
            specials.stream().filter(day -> day.kind() == kind).forEach(day -> {
                open.clear();
                open.addAll(periods(day.periods()));
            });
        }
        specials.stream()
                .filter(day -> day.kind() == SpecialDay.Kind.BREAK)
                .flatMap(day -> periods(day.periods()).stream())
                .forEach(pause -> takeOut(open, pause));
        return List.copyOf(open);
    }

    private static void takeOut(List<Period> open, Period pause) {
        var left = new ArrayList<Period>();
        for (var period : open) {
            if (period.from() < Math.min(period.to(), pause.from())) {
                left.add(new Period(period.from(), Math.min(period.to(), pause.from())));
            }
            if (Math.max(period.from(), pause.to()) < period.to()) {
                left.add(new Period(Math.max(period.from(), pause.to()), period.to()));
            }
        }
        open.clear();
        open.addAll(left);
    }

    private static List<Period> periods(List<WorkPeriod> periods) {
        return periods.stream()
                .map(one -> new Period(one.from() / MINUTE, one.to() / MINUTE))
                .toList();
    }
}
