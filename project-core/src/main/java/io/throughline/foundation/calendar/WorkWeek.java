package io.throughline.foundation.calendar;

import io.throughline.foundation.model.RuleViolation;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The opening hours of an ordinary week, local time; a day that is missing is closed. Periods of a day are kept in order
 * and may touch, never overlap ({@link RuleViolation} {@code foundation.calendar.overlap}).
 */
public record WorkWeek(Map<DayOfWeek, List<WorkPeriod>> days) {

    public static final WorkWeek CLOSED = new WorkWeek(Map.of());

    public WorkWeek {
        var sorted = new EnumMap<DayOfWeek, List<WorkPeriod>>(DayOfWeek.class);
        days.forEach((day, periods) -> {
            if (!periods.isEmpty()) {
                sorted.put(day, inOrder(periods));
            }
        });
        days = Collections.unmodifiableMap(sorted);
    }

    /** The same periods ({@code 09:00-12:00}) on each day from {@code first} to {@code last}. */
    public static WorkWeek of(DayOfWeek first, DayOfWeek last, String... periods) {
        return CLOSED.with(first, last, periods);
    }

    /** This week with other hours from {@code first} to {@code last}. */
    public WorkWeek with(DayOfWeek first, DayOfWeek last, String... periods) {
        var changed = new EnumMap<DayOfWeek, List<WorkPeriod>>(DayOfWeek.class);
        changed.putAll(days);
        var hours = Arrays.stream(periods).map(WorkPeriod::parse).toList();
        EnumSet.range(first, last).forEach(day -> changed.put(day, hours));
        return new WorkWeek(changed);
    }

    /** Open all hours of all days. */
    public static WorkWeek always() {
        return of(DayOfWeek.MONDAY, DayOfWeek.SUNDAY, "00:00-24:00");
    }

    public List<WorkPeriod> on(DayOfWeek day) {
        return days.getOrDefault(day, List.of());
    }

    public boolean isClosed() {
        return days.isEmpty();
    }

    /** {@code MONDAY 09:00-12:00,13:00-18:00; TUESDAY …}, the text that {@link #parse} reads. */
    @Override
    public String toString() {
        return days.entrySet().stream()
                .map(day -> day.getKey() + " " + format(day.getValue()))
                .collect(Collectors.joining("; "));
    }

    public static WorkWeek parse(String text) {
        var parsed = new EnumMap<DayOfWeek, List<WorkPeriod>>(DayOfWeek.class);
        for (var part : text.split(";")) {
            var words = part.trim().split(" ", 2);
            if (words.length == 2) {
                parsed.put(DayOfWeek.valueOf(words[0]), periods(words[1]));
            }
        }
        return new WorkWeek(parsed);
    }

    /** Reads periods between commas, Chinese or not; an empty text is none. */
    public static List<WorkPeriod> periods(String text) {
        return Arrays.stream(text.split("[,，、;；]"))
                .filter(part -> !part.isBlank())
                .map(WorkPeriod::parse)
                .toList();
    }

    public static String format(List<WorkPeriod> periods) {
        return periods.stream().map(WorkPeriod::toString).collect(Collectors.joining(","));
    }

    /** The hours of an ordinary working day: those of the first day of the week that is open. */
    public List<WorkPeriod> ordinaryHours() {
        return days.isEmpty() ? List.of() : days.values().iterator().next();
    }

    static List<WorkPeriod> inOrder(List<WorkPeriod> periods) {
        var sorted = periods.stream().sorted().toList();
        for (int i = 1; i < sorted.size(); i++) {
            if (sorted.get(i).overlaps(sorted.get(i - 1))) {
                throw new RuleViolation("foundation.calendar.overlap", sorted.get(i - 1), sorted.get(i));
            }
        }
        return sorted;
    }
}
