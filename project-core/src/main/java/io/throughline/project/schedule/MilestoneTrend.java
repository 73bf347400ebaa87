package io.throughline.project.schedule;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How the days expected of milestones moved from one reporting date to the next.
 *
 * <p>What is expected at a reporting date is what was last written down up to it, so that a date on which nothing moved
 * shows the same day again. Reporting dates are every day, week (its Sunday), month or quarter, whichever gives at most
 * {@value #MOST}; today is the last.
 *
 * @param reports reporting dates, ascending; the last is today
 * @param lines in the order in which the milestones are expected now
 */
public record MilestoneTrend(List<LocalDate> reports, List<Line> lines) {

    private static final int MOST = 26;

    public MilestoneTrend {
        reports = List.copyOf(reports);
        lines = List.copyOf(lines);
    }

    /** What was expected when; null before it was first known, and after it was reached. */
    public record Point(
            LocalDate report,
            @Nullable LocalDate expected,
            @Nullable Integer moved,
            @Nullable String reason) {}

    /**
     * One milestone.
     *
     * @param baseline null where there is none
     * @param reached null where it is not
     * @param points one for each reporting date
     */
    public record Line(
            int number,
            String name,
            @Nullable LocalDate baseline,
            @Nullable LocalDate reached,
            List<Point> points) {

        public Line {
            points = List.copyOf(points);
        }

        public @Nullable LocalDate first() {
            return points.stream()
                    .map(Point::expected)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
        }

        public @Nullable LocalDate last() {
            return points.stream()
                    .map(Point::expected)
                    .filter(Objects::nonNull)
                    .reduce((a, b) -> b)
                    .orElse(null);
        }

        /** Days by the calendar from the first expectation to the last; negative for earlier. */
        public long movedInAll() {
            var from = first();
            var to = last();
            return from == null || to == null ? 0 : ChronoUnit.DAYS.between(from, to);
        }

        /** How often another day was expected than before. */
        public long changes() {
            return points.stream()
                    .filter(point -> point.moved() != null && point.moved() != 0)
                    .count();
        }
    }

    /**
     * What is known of a milestone.
     *
     * @param expected by the day it was written down
     * @param reasons told with some of them
     */
    record History(
            int number,
            String name,
            @Nullable LocalDate baseline,
            @Nullable LocalDate reached,
            NavigableMap<LocalDate, LocalDate> expected,
            NavigableMap<LocalDate, String> reasons) {}

    static MilestoneTrend of(Collection<History> histories, LocalDate today) {
        var first = histories.stream()
                .filter(history -> !history.expected().isEmpty())
                .map(history -> history.expected().firstKey())
                .min(LocalDate::compareTo)
                .orElse(today);
        var reports = reports(first.isAfter(today) ? today : first, today);
        return new MilestoneTrend(
                reports,
                histories.stream().map(history -> line(history, reports)).toList());
    }

    private static List<LocalDate> reports(LocalDate first, LocalDate today) {
        var step = Arrays.stream(Step.values())
                .filter(each -> each.between(first, today) < MOST)
                .findFirst()
                .orElse(Step.YEAR);
        var reports = new ArrayList<LocalDate>();
        for (var at = step.end(first); at.isBefore(today); at = step.end(at.plusDays(1))) {
            reports.add(at);
        }
        reports.add(today);
        return reports;
    }

    private static Line line(History history, List<LocalDate> reports) {
        var points = new ArrayList<Point>();
        LocalDate before = null;
        LocalDate previous = null;
        for (var report : reports) {
            var known = history.expected().floorEntry(report);
            boolean over = history.reached() != null && previous != null && !previous.isBefore(history.reached());
            var expected = known == null || over ? null : known.getValue();
            var moved = expected == null || before == null
                    ? null
                    : Integer.valueOf((int) ChronoUnit.DAYS.between(before, expected));
            points.add(new Point(report, expected, moved, reason(history, previous, report)));
            before = expected == null ? before : expected;
            previous = report;
        }
        return new Line(history.number(), history.name(), history.baseline(), history.reached(), points);
    }

    /** The last one told since the reporting date before. */
    private static @Nullable String reason(History history, @Nullable LocalDate after, LocalDate report) {
        var told = history.reasons().floorEntry(report);
        return told == null || after != null && !told.getKey().isAfter(after) ? null : told.getValue();
    }

    /** How far reporting dates lie apart. */
    private enum Step {
        DAY(ChronoUnit.DAYS, 1),
        WEEK(ChronoUnit.WEEKS, 1),
        MONTH(ChronoUnit.MONTHS, 1),
        QUARTER(ChronoUnit.MONTHS, 3),
        YEAR(ChronoUnit.MONTHS, 12);

        private final ChronoUnit unit;
        private final int size;

        Step(ChronoUnit unit, int size) {
            this.unit = unit;
            this.size = size;
        }

        long between(LocalDate first, LocalDate last) {
            return unit.between(first, last) / size;
        }

        /** The last day of the step a day lies in. */
        LocalDate end(LocalDate day) {
            return switch (this) {
                case DAY -> day;
                case WEEK -> day.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
                case MONTH, QUARTER, YEAR -> {
                    var begin = day.withDayOfMonth(1);
                    int into = (begin.getMonthValue() - 1) % size;
                    yield begin.plusMonths(size - into).minusDays(1);
                }
            };
        }
    }
}
