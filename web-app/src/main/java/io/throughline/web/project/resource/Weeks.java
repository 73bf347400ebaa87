package io.throughline.web.project.resource;

import io.throughline.foundation.model.RuleViolation;
import io.throughline.project.resource.LoadWindow;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A window of weeks as it stands in an address: {@code from=2026-W47&weeks=12}.
 *
 * @param first a Monday
 */
record Weeks(LocalDate first, int count) {

    static final List<Integer> COUNTS = List.of(4, 8, 12, 26);
    private static final int USUAL = 8;

    /** @param from ISO week; null for the present one */
    static Weeks of(@Nullable String from, @Nullable Integer weeks, LocalDate today) {
        int count = weeks == null ? USUAL : weeks;
        if (count < 1 || count > 52) {
            throw new RuleViolation("project.resource.weeks", 52).at("weeks");
        }
        return new Weeks(monday(from, today), count);
    }

    private static LocalDate monday(@Nullable String from, LocalDate today) {
        if (from == null || from.isBlank()) {
            return today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        }
        try {
            return LocalDate.parse(from.strip() + "-1", DateTimeFormatter.ISO_WEEK_DATE);
        } catch (DateTimeException e) {
            throw new RuleViolation("project.resource.week", from).at("from");
        }
    }

    public LoadWindow window() {
        return LoadWindow.weeks(first, count);
    }

    public List<Week> all() {
        return window().starts().stream().map(Week::new).toList();
    }

    public String code() {
        return new Week(first).code();
    }

    public String before() {
        return new Week(first.minusWeeks(count)).code();
    }

    public String after() {
        return new Week(first.plusWeeks(count)).code();
    }

    /** One of them. */
    record Week(LocalDate monday) {

        public String code() {
            return String.format(
                    Locale.ROOT,
                    "%d-W%02d",
                    monday.get(IsoFields.WEEK_BASED_YEAR),
                    monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
        }

        public int number() {
            return monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
        }

        public LocalDate sunday() {
            return monday.plusDays(6);
        }
    }
}
