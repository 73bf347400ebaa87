package io.throughline.project.schedule.planfile;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A working calendar of the file.
 *
 * @param base the calendar it derives from; a day missing in {@code week} is then as there
 * @param week working periods by day; an empty list is a free day
 */
public record PlanFileCalendar(
        String name, @Nullable String base, Map<DayOfWeek, List<Period>> week, List<Exception> exceptions) {

    /** Minutes of the day, end exclusive; 1440 is midnight at the day's end. */
    public record Period(int from, int to) {}

    /** Days, both inclusive, on which other periods hold; no periods: a holiday. */
    public record Exception(@Nullable String name, LocalDate from, LocalDate to, List<Period> periods) {}

    public PlanFileCalendar {
        week = Map.copyOf(week);
        exceptions = List.copyOf(exceptions);
    }

    /** Files give each resource a calendar, most of which are but a name. */
    public boolean saysMoreThanItsBase() {
        return base == null || !week.isEmpty() || !exceptions.isEmpty();
    }
}
