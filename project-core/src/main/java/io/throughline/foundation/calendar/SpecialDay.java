package io.throughline.foundation.calendar;

import io.throughline.foundation.model.RuleViolation;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * What makes one date differ from its week. Several may stand on one date; precedence is break, then override, then
 * holiday, then week.
 *
 * @param date local date in the calendar's zone
 * @param kind what it does
 * @param periods the hours worked (override) or taken out (break); none for a holiday
 * @param name what people call it (国庆节, inventory); may be empty
 */
public record SpecialDay(LocalDate date, Kind kind, List<WorkPeriod> periods, String name)
        implements Comparable<SpecialDay> {

    private static final Comparator<SpecialDay> ORDER =
            Comparator.comparing(SpecialDay::date).thenComparing(SpecialDay::kind);

    public enum Kind {
        /** Closed all day. */
        HOLIDAY,
        /** Open with its own periods instead of the week's: a make-up Saturday (调休), short hours before a feast. */
        OVERRIDE,
        /** Closed during its periods, whatever else the date is. */
        BREAK
    }

    public SpecialDay {
        periods = kind == Kind.BREAK ? List.copyOf(periods) : WorkWeek.inOrder(periods);
        if ((kind == Kind.HOLIDAY) != periods.isEmpty()) {
            throw new RuleViolation("foundation.calendar.specialPeriods", date);
        }
        if (date.getYear() < 1 || date.getYear() > 9999) {
            throw new RuleViolation("foundation.calendar.outOfRange", date);
        }
    }

    public static SpecialDay holiday(LocalDate date, String name) {
        return new SpecialDay(date, Kind.HOLIDAY, List.of(), name);
    }

    public static SpecialDay override(LocalDate date, String name, WorkPeriod... periods) {
        return new SpecialDay(date, Kind.OVERRIDE, List.of(periods), name);
    }

    public static SpecialDay pause(LocalDate date, String name, WorkPeriod... periods) {
        return new SpecialDay(date, Kind.BREAK, List.of(periods), name);
    }

    @Override
    public int compareTo(SpecialDay other) {
        return ORDER.compare(this, other);
    }
}
