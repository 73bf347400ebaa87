package io.throughline.project.schedule.planfile;

import io.throughline.foundation.calendar.SpecialDay;
import io.throughline.foundation.calendar.WorkCalendar;
import io.throughline.foundation.calendar.WorkPeriod;
import io.throughline.foundation.calendar.WorkWeek;
import io.throughline.project.schedule.planfile.PlanFileCalendar.Period;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The calendars of a file as working calendars, each with what it takes from its base. Calendars that say nothing of their
 * own are their base, so that the engine sees one and the same. What is never open is none;
 * for none Mon–Fri 08–12 and 13–17.
 */
final class PlanFileHours {

    private static final WorkCalendar STANDARD = WorkCalendar.of(
            ZoneOffset.UTC, WorkWeek.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY, "08:00-12:00", "13:00-17:00"), List.of());

    /** More special days than this, fifty years of them, only cost time. */
    private static final int MOST_DAYS = 18_300;

    private static final int LONGEST_NAME = 80;

    private final Map<String, PlanFileCalendar> byName = new HashMap<>();
    private final Map<String, Hours> hours = new HashMap<>();
    private final Map<String, WorkCalendar> made = new HashMap<>();

    PlanFileHours(List<PlanFileCalendar> calendars) {
        calendars.forEach(calendar -> byName.putIfAbsent(calendar.name(), calendar));
    }

    /** The hours that count for who names this calendar; null where the file does not hold it or it is never open. */
    @Nullable
    WorkCalendar find(@Nullable String name) {
        var calendar = name == null ? null : sayingSomething(name);
        if (calendar == null || hours(calendar).isClosed()) {
            return null;
        }
        return made.computeIfAbsent(calendar.name(), key -> hours(calendar).calendar());
    }

    WorkCalendar of(@Nullable String name) {
        var found = find(name);
        return found == null ? STANDARD : found;
    }

    /** The same as a calendar to be stored; its name is that of the calendar that says something. */
    Optional<Named> named(@Nullable String name) {
        var calendar = name == null ? null : sayingSomething(name);
        return calendar == null || hours(calendar).isClosed()
                ? Optional.empty()
                : Optional.of(new Named(calendar.name(), hours(calendar)));
    }

    boolean isClosed(String name) {
        var calendar = sayingSomething(name);
        return calendar != null && hours(calendar).isClosed();
    }

    /** A calendar by its name in the file. */
    record Named(String name, Hours hours) {}

    /** What is worked in a week and on the days that differ. */
    record Hours(WorkWeek week, List<SpecialDay> days) {

        boolean isClosed() {
            return week.isClosed() && days.stream().noneMatch(day -> day.kind() == SpecialDay.Kind.OVERRIDE);
        }

        WorkCalendar calendar() {
            return WorkCalendar.of(ZoneOffset.UTC, week, days);
        }
    }

    /** The calendar or the nearest above it that is more than a name; null where the file has none. */
    private @Nullable PlanFileCalendar sayingSomething(String name) {
        Set<String> seen = new HashSet<>();
        var calendar = byName.get(name);
        while (calendar != null && !calendar.saysMoreThanItsBase() && seen.add(calendar.name())) {
            calendar = calendar.base() == null ? null : byName.get(calendar.base());
        }
        return calendar;
    }

    private Hours hours(PlanFileCalendar calendar) {
        return hours.computeIfAbsent(calendar.name(), key -> flat(calendar));
    }

    private Hours flat(PlanFileCalendar calendar) {
        var week = new EnumMap<DayOfWeek, List<WorkPeriod>>(DayOfWeek.class);
        var days = new TreeMap<LocalDate, SpecialDay>();
        var chain = chain(calendar);
        for (int k = chain.size() - 1; k >= 0; k--) {
            chain.get(k).week().forEach((day, periods) -> week.put(day, periods(periods)));
            for (var exception : chain.get(k).exceptions()) {
                for (var day = exception.from();
                        !day.isAfter(exception.to()) && days.size() < MOST_DAYS;
                        day = day.plusDays(1)) {
                    days.put(day, special(day, exception));
                }
            }
        }
        return new Hours(new WorkWeek(week), List.copyOf(days.values()));
    }

    private static SpecialDay special(LocalDate day, PlanFileCalendar.Exception exception) {
        var periods = periods(exception.periods());
        var name = PlanText.line(exception.name(), LONGEST_NAME);
        var shown = name == null ? "" : name;
        return periods.isEmpty()
                ? SpecialDay.holiday(day, shown)
                : SpecialDay.override(day, shown, periods.toArray(WorkPeriod[]::new));
    }

    /** The calendar, its base, and so on; files may go in circles. */
    private List<PlanFileCalendar> chain(PlanFileCalendar calendar) {
        var chain = new ArrayList<PlanFileCalendar>();
        var at = calendar;
        while (at != null && !chain.contains(at)) {
            chain.add(at);
            at = at.base() == null ? null : byName.get(at.base());
        }
        return chain;
    }

    /** In order; what overlaps becomes one. */
    private static List<WorkPeriod> periods(List<Period> periods) {
        var sorted = periods.stream()
                .filter(one -> one.from() < one.to())
                .sorted((a, b) -> Integer.compare(a.from(), b.from()))
                .toList();
        var merged = new ArrayList<Period>();
        for (var one : sorted) {
            var last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (last != null && one.from() <= last.to()) {
                merged.set(merged.size() - 1, new Period(last.from(), Math.max(last.to(), one.to())));
            } else {
                merged.add(one);
            }
        }
        return merged.stream()
                .map(one -> new WorkPeriod(60 * one.from(), 60 * one.to()))
                .toList();
    }
}
