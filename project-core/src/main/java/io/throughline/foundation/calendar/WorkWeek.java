package io.throughline.foundation.calendar;

import io.throughline.foundation.model.RuleViolation;
import java.time.DayOfWeek;
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
        days = java.util.Collections.unmodifiableMap(sorted);
    }

    /** The same periods ({@code 09:00-12:00}) on each day from {@code first} to {@code last}. */
    public static WorkWeek of(DayOfWeek first, DayOfWeek last, String... periods) {
        return CLOSED.with(first, last, periods);
    }

    /** This week with other hours from {@code first} to {@code last}. */
    public WorkWeek with(DayOfWeek first, DayOfWeek last, String... periods) {
        var changed = new EnumMap<DayOfWeek, List<WorkPeriod>>(DayOfWeek.class);
        changed.putAll(days);
        var hours = java.util.Arrays.stream(periods).map(WorkPeriod::parse).toList();
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

    @Override
    public String toString() {
        return days.entrySet().stream()
                .map(day -> day.getKey().name().substring(0, 3) + " "
                        + day.getValue().stream().map(WorkPeriod::toString).collect(Collectors.joining(",")))
                .collect(Collectors.joining("; "));
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
