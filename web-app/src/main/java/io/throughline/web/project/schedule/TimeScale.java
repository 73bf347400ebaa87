package io.throughline.web.project.schedule;

import io.throughline.web.project.schedule.Zoom.Unit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The axis of a chart: where a day lies, in pixels from its left edge.
 *
 * @param dayWidth pixels of a day
 * @param from first day drawn
 * @param to the day after the last one
 */
record TimeScale(Zoom zoom, double dayWidth, LocalDate from, LocalDate to) {

    /** Room behind the last bar for its label. */
    private static final double LABEL = 150;

    /** For a plan from its first to its last epoch day; the axis begins and ends with a whole unit. */
    static TimeScale around(Zoom zoom, long first, long last) {
        var unit = zoom.lower();
        var from = unit.begin(LocalDate.ofEpochDay(first).minusDays(2));
        long spare = (long) Math.ceil(LABEL / zoom.dayWidth());
        var to = unit.next(unit.begin(LocalDate.ofEpochDay(last + spare)));
        return new TimeScale(zoom, zoom.dayWidth(), from, to);
    }

    /** As wide as asked, so that the whole plan is seen at once; headings as fine as their words have room. */
    static TimeScale within(double width, long first, long last) {
        long days = last - first + 5;
        var zoom = Arrays.stream(Zoom.values())
                .filter(each -> days * each.dayWidth() <= 2 * width)
                .findFirst()
                .orElse(Zoom.QUARTER);
        var from = zoom.lower().begin(LocalDate.ofEpochDay(first).minusDays(1));
        double spare = 1 + LABEL / width;
        var to = zoom.lower().next(zoom.lower().begin(from.plusDays((long) (days * spare))));
        return new TimeScale(zoom, width / days(from, to), from, to);
    }

    double width() {
        return round(days(from, to) * dayWidth);
    }

    /** @param day epoch day with fraction */
    double x(double day) {
        return round((day - from.toEpochDay()) * dayWidth);
    }

    double x(LocalDate day) {
        return x(day.toEpochDay());
    }

    boolean holds(LocalDate day) {
        return !day.isBefore(from) && day.isBefore(to);
    }

    List<Stretch> upper() {
        return stretches(zoom.upper());
    }

    List<Stretch> lower() {
        return stretches(zoom.lower());
    }

    /** A unit of the headings, cut off at the edges of the axis. */
    record Stretch(LocalDate begin, double x, double width) {}

    private List<Stretch> stretches(Unit unit) {
        var stretches = new ArrayList<Stretch>();
        for (var begin = unit.begin(from); begin.isBefore(to); begin = unit.next(begin)) {
            double left = Math.max(0, x(begin));
            double right = Math.min(width(), x(unit.next(begin)));
            stretches.add(new Stretch(begin, left, round(right - left)));
        }
        return stretches;
    }

    private static long days(LocalDate from, LocalDate to) {
        return to.toEpochDay() - from.toEpochDay();
    }

    private static double round(double pixels) {
        return Math.round(pixels * 10) / 10.0;
    }
}
