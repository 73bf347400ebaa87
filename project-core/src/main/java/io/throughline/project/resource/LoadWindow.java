package io.throughline.project.resource;

import io.throughline.foundation.model.RuleViolation;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/**
 * The stretch of time in which load is looked at, in days of the company's zone.
 *
 * @param from a Monday where the step is a week
 * @param to the day after the last, a Monday where the step is a week
 */
public record LoadWindow(LocalDate from, LocalDate to, LoadStep step) {

    private static final int MOST_PERIODS = 120;

    public LoadWindow {
        if (step == LoadStep.WEEK) {
            from = from.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            to = to.with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
        }
        if (!from.isBefore(to)) {
            throw new RuleViolation("project.resource.windowEmpty").at("to");
        }
        if (from.getYear() < 1900 || to.getYear() > 2200 || periods(from, to, step) > MOST_PERIODS) {
            throw new RuleViolation("project.resource.windowTooLong", MOST_PERIODS).at("to");
        }
    }

    public static LoadWindow weeks(LocalDate from, int weeks) {
        return new LoadWindow(
                from,
                from.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).plusWeeks(weeks),
                LoadStep.WEEK);
    }

    /** One period. */
    static LoadWindow whole(LocalDate from, LocalDate to) {
        return new LoadWindow(from, to, LoadStep.WHOLE);
    }

    /** The first day of each period. */
    public List<LocalDate> starts() {
        var starts = new ArrayList<LocalDate>();
        for (var day = from; day.isBefore(to); day = next(day)) {
            starts.add(day);
        }
        return starts;
    }

    LocalDate next(LocalDate start) {
        return switch (step) {
            case DAY -> start.plusDays(1);
            case WEEK -> start.plusWeeks(1);
            case WHOLE -> to;
        };
    }

    /** Local seconds at which the periods begin, and at which the last one ends. */
    long[] bounds() {
        var starts = starts();
        var bounds = new long[starts.size() + 1];
        for (int i = 0; i < starts.size(); i++) {
            bounds[i] = second(starts.get(i));
        }
        bounds[starts.size()] = second(to);
        return bounds;
    }

    private static long periods(LocalDate from, LocalDate to, LoadStep step) {
        long days = to.toEpochDay() - from.toEpochDay();
        return switch (step) {
            case DAY -> days;
            case WEEK -> days / 7;
            case WHOLE -> 1;
        };
    }

    private static long second(LocalDate day) {
        return day.atStartOfDay().toEpochSecond(ZoneOffset.UTC);
    }
}
