package io.throughline.web.project.schedule;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A Gantt chart ready to be written into a page: pixels, paths and words.
 *
 * @param days words of the zooms to choose from; {@code zoom} is the one drawn
 * @param origin first day drawn, as an epoch day; {@code dayWidth} pixels each
 * @param closed path of the days without working time, in one row
 * @param lines path of the lines between the units, in one row
 * @param today where the line of today stands; null where today is not on the axis, as is {@code status}
 * @param rows by task number
 */
record GanttChart(
        String zoom,
        List<String> days,
        double width,
        long origin,
        double dayWidth,
        List<Heading> upper,
        List<Heading> lower,
        String closed,
        String lines,
        @Nullable Double today,
        @Nullable Double status,
        Map<Integer, Row> rows) {

    /** @param label empty where it would not fit */
    record Heading(double x, double width, String label) {}

    /**
     * @param name what a screen reader says of the bar
     * @param kind classes of its shape
     * @param shape path of the bar; null for a task without dates, then all but the name is missing
     */
    record Row(
            String name,
            String kind,
            double x,
            double width,
            @Nullable String shape,
            @Nullable String done,
            @Nullable String edge,
            @Nullable String ghost,
            @Nullable String slack,
            @Nullable String deadline,
            double labelAt,
            String label,
            List<Line> arrows) {}

    /** @param kind classes of the arrow */
    record Line(String kind, String path) {}
}
