package io.throughline.foundation.calendar;

import io.throughline.foundation.model.RuleViolation;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * What makes one date differ from its week. Several may stand on one date; precedence is break, then override, then
 * holiday, then week.
 *
 * @param date local date in the calendar's zone
 * @param kind what it does
 * @param periods the hours worked (override) or taken out (break); none for a holiday
 * @param nameZh what people call it (国庆节); may be empty
 * @param nameEn the same in English
 */
public record SpecialDay(LocalDate date, Kind kind, List<WorkPeriod> periods, String nameZh, String nameEn)
        implements Comparable<SpecialDay> {

    private static final Comparator<SpecialDay> ORDER =
            Comparator.comparing(SpecialDay::date).thenComparing(SpecialDay::kind);

    private static final int LONGEST_NAME = 80;

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
        if (nameZh.length() > LONGEST_NAME || nameEn.length() > LONGEST_NAME) {
            throw new RuleViolation("foundation.calendar.dayName", LONGEST_NAME);
        }
        if (date.getYear() < 1 || date.getYear() > 9999) {
            throw new RuleViolation("foundation.calendar.outOfRange", date);
        }
    }

    public static SpecialDay holiday(LocalDate date, String name) {
        return new SpecialDay(date, Kind.HOLIDAY, List.of(), name, name);
    }

    public static SpecialDay override(LocalDate date, String name, WorkPeriod... periods) {
        return new SpecialDay(date, Kind.OVERRIDE, List.of(periods), name, name);
    }

    public static SpecialDay pause(LocalDate date, String name, WorkPeriod... periods) {
        return new SpecialDay(date, Kind.BREAK, List.of(periods), name, name);
    }

    /** The name in the reader's language, the other one where that is missing. */
    public String nameIn(Locale locale) {
        var own = locale.getLanguage().equals("zh") ? nameZh : nameEn;
        return own.isBlank() ? nameZh + nameEn : own;
    }

    /** One line of stored text: date, kind, periods and both names between tabs. */
    String line() {
        return String.join("\t", date.toString(), kind.name(), WorkWeek.format(periods), flat(nameZh), flat(nameEn));
    }

    static SpecialDay parse(String line) {
        var fields = line.split("\t", -1);
        return new SpecialDay(
                LocalDate.parse(fields[0]), Kind.valueOf(fields[1]), WorkWeek.periods(fields[2]), fields[3], fields[4]);
    }

    private static String flat(String name) {
        return name.replaceAll("\\s+", " ");
    }

    @Override
    public int compareTo(SpecialDay other) {
        return ORDER.compare(this, other);
    }
}
