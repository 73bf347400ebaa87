package io.throughline.web.admin.calendar;

import io.throughline.foundation.calendar.CalendarDefinition;
import io.throughline.foundation.calendar.SpecialDay;
import io.throughline.foundation.calendar.WorkWeek;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A year of a calendar as twelve small months, ready to print. */
record YearView(int year, List<Month> months) {

    record Month(LocalDate first, List<List<Day>> weeks) {}

    /**
     * @param inMonth false for the fillers at both ends
     * @param look {@code open}, {@code closed}, {@code holiday}, {@code changed} or {@code made-up}
     * @param note names and hours, for people who point at it or listen
     */
    record Day(LocalDate date, boolean inMonth, String look, String note) {}

    static YearView of(CalendarDefinition definition, int year, Locale locale) {
        var byDate = definition.specialDays().stream()
                .filter(day -> Math.abs(day.date().getYear() - year) <= 1)
                .collect(Collectors.groupingBy(SpecialDay::date));
        var months = new ArrayList<Month>();
        for (int month = 1; month <= 12; month++) {
            var first = YearMonth.of(year, month);
            var weeks = new ArrayList<List<Day>>();
            var monday = first.atDay(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            while (!monday.isAfter(first.atEndOfMonth())) {
                var start = monday;
                weeks.add(IntStream.range(0, 7)
                        .mapToObj(start::plusDays)
                        .map(date -> day(definition.week(), date, first, byDate.getOrDefault(date, List.of()), locale))
                        .toList());
                monday = monday.plusWeeks(1);
            }
            months.add(new Month(first.atDay(1), weeks));
        }
        return new YearView(year, months);
    }

    private static Day day(WorkWeek week, LocalDate date, YearMonth month, List<SpecialDay> specials, Locale locale) {
        var note = specials.stream()
                .map(special -> (special.nameIn(locale) + " " + WorkWeek.format(special.periods())).trim())
                .collect(Collectors.joining("; "));
        return new Day(date, YearMonth.from(date).equals(month), look(week, date, specials), note);
    }

    private static String look(WorkWeek week, LocalDate date, List<SpecialDay> specials) {
        boolean closed = week.on(date.getDayOfWeek()).isEmpty();
        boolean holiday = specials.stream().anyMatch(special -> special.kind() == SpecialDay.Kind.HOLIDAY);
        if (specials.stream().anyMatch(special -> special.kind() == SpecialDay.Kind.OVERRIDE)) {
            return closed || holiday ? "made-up" : "changed";
        }
        if (holiday) {
            return "holiday";
        }
        return specials.isEmpty() ? closed ? "closed" : "open" : "changed";
    }
}
