package io.throughline.web.project.schedule;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** How wide a Gantt chart draws a day, and what its two lines of headings count. */
enum Zoom {
    DAY("day", 28, 60, Unit.DAY, Unit.MONTH),
    WEEK("week", 10, 300, Unit.WEEK, Unit.MONTH),
    MONTH("month", 3.4, 1100, Unit.MONTH, Unit.YEAR),
    QUARTER("quarter", 1.2, Integer.MAX_VALUE, Unit.QUARTER, Unit.YEAR);

    /** Wider, browsers and people lose their way. */
    private static final double WIDEST = 40_000;

    private final String word;
    private final double dayWidth;
    private final int days;
    private final Unit lower;
    private final Unit upper;

    /** @param days how long a plan may be for this to be what is shown first */
    Zoom(String word, double dayWidth, int days, Unit lower, Unit upper) {
        this.word = word;
        this.dayWidth = dayWidth;
        this.days = days;
        this.lower = lower;
        this.upper = upper;
    }

    /** As it stands in the address, and last part of its message key. */
    String word() {
        return word;
    }

    double dayWidth() {
        return dayWidth;
    }

    Unit lower() {
        return lower;
    }

    Unit upper() {
        return upper;
    }

    /** What was asked for, or what suits a plan of that length; coarser where it would become too wide. */
    static Zoom of(@Nullable String asked, long days) {
        var chosen = Arrays.stream(values())
                .filter(zoom -> asked == null ? days <= zoom.days : zoom.word.equals(asked))
                .findFirst()
                .orElse(QUARTER);
        return Arrays.stream(values())
                .filter(zoom -> zoom.compareTo(chosen) >= 0 && days * zoom.dayWidth <= WIDEST)
                .findFirst()
                .orElse(QUARTER);
    }

    /** What a heading counts. */
    enum Unit {
        DAY(ChronoUnit.DAYS, 1),
        WEEK(ChronoUnit.WEEKS, 1),
        MONTH(ChronoUnit.MONTHS, 1),
        QUARTER(ChronoUnit.MONTHS, 3),
        YEAR(ChronoUnit.YEARS, 1);

        private final ChronoUnit step;
        private final int steps;

        Unit(ChronoUnit step, int steps) {
            this.step = step;
            this.steps = steps;
        }

        LocalDate begin(LocalDate day) {
            return switch (this) {
                case DAY -> day;
                case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                case MONTH -> day.withDayOfMonth(1);
                case QUARTER -> day.with(IsoFields.DAY_OF_QUARTER, 1);
                case YEAR -> day.withDayOfYear(1);
            };
        }

        LocalDate next(LocalDate begin) {
            return begin.plus(steps, step);
        }
    }
}
