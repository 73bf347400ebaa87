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
 * @param first where the plan begins, {@code last} where it ends
 * @param opens where the chart is first looked at: {@code today}, {@code status} or {@code start}
 * @param today where the line of today stands; null where today is not on the axis, as is {@code status}
 * @param rows by task number
 * @param gone rows of deleted tasks
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
        double first,
        double last,
        String opens,
        @Nullable Double today,
        @Nullable Double status,
        Map<Integer, Row> rows,
        List<Gone> gone) {

    /** @param ghost path of where the baseline had it */
    record Gone(int number, String title, String name, String from, String to, double x, double width, String ghost) {}

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
