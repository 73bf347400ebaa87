package io.throughline.foundation.calendar;

import java.time.Month;
import java.util.List;
import java.util.stream.Collectors;

/** A year's special days on the same dates of the next, as a first draft to correct. */
final class NextYear {

    private NextYear() {}

    static List<SpecialDay> of(CalendarDefinition definition, int year) {
        var taken = definition.specialDays().stream().map(SpecialDay::date).collect(Collectors.toSet());
        return definition.specialDays().stream()
                .filter(day -> day.date().getYear() == year)
                .filter(day -> !isMakeUp(definition.week(), day))
                .filter(day ->
                        day.date().getMonth() != Month.FEBRUARY || day.date().getDayOfMonth() != 29)
                .filter(day -> !taken.contains(day.date().plusYears(1)))
                .map(day ->
                        new SpecialDay(day.date().plusYears(1), day.kind(), day.periods(), day.nameZh(), day.nameEn()))
                .toList();
    }

    private static boolean isMakeUp(WorkWeek week, SpecialDay day) {
        return day.kind() == SpecialDay.Kind.OVERRIDE
                && week.on(day.date().getDayOfWeek()).isEmpty();
    }
}
