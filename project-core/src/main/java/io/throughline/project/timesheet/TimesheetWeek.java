package io.throughline.project.timesheet;

import io.throughline.foundation.model.NotFound;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;

/**
 * A week as sheets know it, from Monday to Sunday.
 *
 * @param monday its first day
 */
public record TimesheetWeek(LocalDate monday) {

    public TimesheetWeek {
        if (monday.getDayOfWeek() != DayOfWeek.MONDAY) {
            throw new IllegalArgumentException("not a Monday: " + monday);
        }
    }

    public static TimesheetWeek of(LocalDate day) {
        return new TimesheetWeek(day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
    }

    /** @throws NotFound where the text is no ISO week such as {@code 2026-W47} */
    public static TimesheetWeek parse(String code) {
        try {
            return new TimesheetWeek(LocalDate.parse(code.strip() + "-1", DateTimeFormatter.ISO_WEEK_DATE));
        } catch (DateTimeException e) {
            throw new NotFound("week", code);
        }
    }

    public LocalDate sunday() {
        return monday.plusDays(6);
    }

    public List<LocalDate> days() {
        return monday.datesUntil(monday.plusDays(7)).toList();
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(monday) && !day.isAfter(sunday());
    }

    public TimesheetWeek before() {
        return new TimesheetWeek(monday.minusWeeks(1));
    }

    public TimesheetWeek after() {
        return new TimesheetWeek(monday.plusWeeks(1));
    }

    public int number() {
        return monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
    }

    /** As it stands in addresses: {@code 2026-W47}. */
    public String code() {
        return String.format(Locale.ROOT, "%d-W%02d", monday.get(IsoFields.WEEK_BASED_YEAR), number());
    }
}
