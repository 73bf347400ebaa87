package io.throughline.foundation.kpi;

import io.throughline.foundation.model.RuleViolation;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A stretch of days, half-open, in the report's time zone.
 *
 * @param code as it stands in addresses: {@code 2026}, {@code 2026-Q4}, {@code 2026-11}
 * @param from first day
 * @param to the day after the last one
 */
public record Period(String code, LocalDate from, LocalDate to) {

    private static final Pattern QUARTER = Pattern.compile("(\\d{4})-Q([1-4])");

    /** Throws {@link RuleViolation} at {@code period} when the text is none. */
    public static Period parse(String code) {
        try {
            Matcher quarter = QUARTER.matcher(code);
            if (quarter.matches()) {
                return quarter(Integer.parseInt(quarter.group(1)), Integer.parseInt(quarter.group(2)));
            }
            return code.length() == 4 ? year(Year.parse(code)) : month(YearMonth.parse(code));
        } catch (DateTimeException e) {
            throw new RuleViolation("foundation.kpi.badPeriod", code).at("period");
        }
    }

    public static Period month(YearMonth month) {
        return new Period(month.toString(), month.atDay(1), month.plusMonths(1).atDay(1));
    }

    public static Period quarter(int year, int quarter) {
        var from = LocalDate.of(year, quarter * 3 - 2, 1);
        return new Period("%04d-Q%d".formatted(year, quarter), from, from.plusMonths(3));
    }

    public static Period quarterOf(LocalDate day) {
        return quarter(day.getYear(), day.get(IsoFields.QUARTER_OF_YEAR));
    }

    public static Period year(Year year) {
        return new Period(year.toString(), year.atDay(1), year.plusYears(1).atDay(1));
    }

    /** The period of the same length before this one. */
    public Period previous() {
        if (code.length() == 4) {
            return year(Year.of(from.getYear() - 1));
        }
        return code.contains("Q") ? quarterOf(from.minusDays(1)) : month(YearMonth.from(from.minusDays(1)));
    }

    public Period next() {
        if (code.length() == 4) {
            return year(Year.of(to.getYear()));
        }
        return code.contains("Q") ? quarterOf(to) : month(YearMonth.from(to));
    }

    public Instant start(ZoneId zone) {
        return from.atStartOfDay(zone).toInstant();
    }

    public Instant end(ZoneId zone) {
        return to.atStartOfDay(zone).toInstant();
    }
}
