package io.throughline.foundation.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One calendar's hours in its zone, and what its special dates are called; an intersection has several. */
record Layer(ZoneId zone, LocalHours hours, Map<Long, DayKind> kinds) {

    enum DayKind {
        HOLIDAY,
        MAKE_UP
    }

    static Layer of(ZoneId zone, WorkWeek week, Collection<SpecialDay> specials) {
        var weekly = new int[7][];
        for (var day : DayOfWeek.values()) {
            weekly[day.ordinal()] = Spans.of(week.on(day));
        }
        var byDate = new TreeMap<LocalDate, List<SpecialDay>>();
        specials.forEach(special -> byDate.computeIfAbsent(special.date(), date -> new ArrayList<>())
                .add(special));
        var dates = new long[byDate.size()];
        var hours = new int[byDate.size()][];
        var kinds = new HashMap<Long, DayKind>();
        int i = 0;
        for (var entry : byDate.entrySet()) {
            var ordinary = weekly[entry.getKey().getDayOfWeek().ordinal()];
            dates[i] = entry.getKey().toEpochDay();
            hours[i] = hoursOf(entry.getValue(), ordinary);
            var kind = kindOf(entry.getValue(), ordinary);
            if (kind != null) {
                kinds.put(dates[i], kind);
            }
            i++;
        }
        return new Layer(zone, new LocalHours(weekly, dates, hours), Map.copyOf(kinds));
    }

    private static int[] hoursOf(List<SpecialDay> specials, int[] ordinary) {
        var open = ordinary;
        if (has(specials, SpecialDay.Kind.OVERRIDE)) {
            open = Spans.of(periods(specials, SpecialDay.Kind.OVERRIDE));
        } else if (has(specials, SpecialDay.Kind.HOLIDAY)) {
            open = Spans.NONE;
        }
        return Spans.without(open, Spans.of(periods(specials, SpecialDay.Kind.BREAK)));
    }

    private static @Nullable DayKind kindOf(List<SpecialDay> specials, int[] ordinary) {
        boolean holiday = has(specials, SpecialDay.Kind.HOLIDAY);
        if (has(specials, SpecialDay.Kind.OVERRIDE)) {
            return holiday || ordinary.length == 0 ? DayKind.MAKE_UP : null;
        }
        return holiday ? DayKind.HOLIDAY : null;
    }

    private static boolean has(List<SpecialDay> specials, SpecialDay.Kind kind) {
        return specials.stream().anyMatch(special -> special.kind() == kind);
    }

    private static List<WorkPeriod> periods(List<SpecialDay> specials, SpecialDay.Kind kind) {
        return specials.stream()
                .filter(special -> special.kind() == kind)
                .flatMap(special -> special.periods().stream())
                .toList();
    }
}
