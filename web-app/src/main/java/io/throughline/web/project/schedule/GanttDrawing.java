package io.throughline.web.project.schedule;

import io.throughline.project.schedule.Gantt;
import io.throughline.project.schedule.Gantt.Arrow;
import io.throughline.project.schedule.Gantt.Bar;
import io.throughline.project.schedule.ScheduleMode;
import io.throughline.project.schedule.TaskRow;
import io.throughline.web.project.schedule.GanttChart.Heading;
import io.throughline.web.project.schedule.GanttChart.Line;
import io.throughline.web.project.schedule.GanttChart.Row;
import io.throughline.web.project.schedule.TimeScale.Stretch;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Draws a stretch of a plan. Every row stands by itself, arrows reach out of theirs, so that rows can come and go. */
@Component
@RequiredArgsConstructor
class GanttDrawing {

    private static final double LABEL_GAP = 8;

    private final GanttWords words;

    GanttChart draw(Gantt gantt, GanttAddress how, LocalDate today) {
        var zoom = Zoom.of(how.zoom(), gantt.lastDay() - gantt.firstDay() + 1);
        return draw(gantt, how, today, TimeScale.around(zoom, gantt.firstDay(), gantt.lastDay()));
    }

    GanttChart draw(Gantt gantt, GanttAddress how, LocalDate today, TimeScale scale) {
        var zoom = scale.zoom();
        var rows = new HashMap<Integer, Row>();
        var arrows = arrows(gantt, new BarPaths(scale), how);
        for (var row : gantt.window().rows()) {
            rows.put(row.number(), row(gantt, row, scale, how, arrows.getOrDefault(row.number(), List.of()), today));
        }
        return new GanttChart(
                zoom.word(),
                Arrays.stream(Zoom.values()).map(Zoom::word).toList(),
                scale.width(),
                scale.from().toEpochDay(),
                scale.dayWidth(),
                headings(scale.upper(), zoom.upper()),
                headings(scale.lower(), zoom.lower()),
                closed(gantt, scale),
                lines(scale),
                scale.x(gantt.firstDay()),
                scale.x(gantt.lastDay() + 1.0),
                opens(gantt, how, today),
                line(scale, today),
                line(scale, status(gantt, how)),
                rows,
                gantt.gone().stream().map(task -> gone(task, scale, today)).toList());
    }

    static @Nullable LocalDate status(Gantt gantt, GanttAddress how) {
        return how.status() == null ? gantt.statusDate() : how.status();
    }

    /** A plan under way is looked at where it stands, any other from its start. */
    private static String opens(Gantt gantt, GanttAddress how, LocalDate today) {
        if (gantt.isRunning(today)) {
            return "today";
        }
        var status = status(gantt, how);
        return status != null && gantt.isRunning(status) ? "status" : "start";
    }

    private GanttChart.Gone gone(Gantt.Gone task, TimeScale scale, LocalDate today) {
        var paths = new BarPaths(scale);
        double x = scale.x(task.then().start());
        return new GanttChart.Gone(
                task.number(),
                task.name(),
                words.gone(task, today),
                words.date(task.start()),
                words.date(task.finish()),
                x,
                Math.max(3, scale.x(task.then().finish()) - x),
                paths.gone(task));
    }

    private Row row(Gantt gantt, TaskRow row, TimeScale scale, GanttAddress how, List<Line> arrows, LocalDate today) {
        var bar = gantt.bars().get(row.number());
        if (bar == null) {
            return new Row(words.name(row, today), "", 0, 0, null, null, null, null, null, null, 0, "", arrows);
        }
        var paths = new BarPaths(scale);
        boolean critical = how.marksCriticalPath() && Boolean.TRUE.equals(row.critical());
        var slack = how.showsSlack() ? paths.slack(bar) : null;
        return new Row(
                words.name(row, today),
                kind(row, critical),
                paths.left(bar),
                paths.width(bar),
                paths.shape(row, bar),
                paths.done(row, bar),
                critical ? paths.edge(row, bar) : null,
                paths.ghost(row, bar),
                slack,
                paths.deadline(bar),
                labelAt(row, bar, scale, slack != null),
                words.label(row),
                arrows);
    }

    private static double labelAt(TaskRow row, Bar bar, TimeScale scale, boolean slack) {
        double end = slack && bar.slackTo() != null ? Math.max(bar.finish(), bar.slackTo()) : bar.finish();
        return scale.x(end) + LABEL_GAP + (row.isMilestone() ? 6 : 0);
    }

    private static String kind(TaskRow row, boolean critical) {
        var kind = row.isMilestone() ? "milestone" : row.summary() ? "whole" : "task";
        var drawn = critical ? kind + " critical" : kind;
        var done = row.percentComplete() == 100 ? drawn + " done" : drawn;
        return row.mode() == ScheduleMode.MANUAL && !row.summary() ? done + " manual" : done;
    }

    /** Each in the row of its successor; in that of its predecessor where the successor is not among the rows. */
    private static Map<Integer, List<Line>> arrows(Gantt gantt, BarPaths paths, GanttAddress how) {
        var first = gantt.window().first();
        int last = first + gantt.window().rows().size();
        var lines = new HashMap<Integer, List<Line>>();
        for (var arrow : gantt.arrows()) {
            boolean here = arrow.to() >= first && arrow.to() < last;
            lines.computeIfAbsent(here ? arrow.successor() : arrow.predecessor(), key -> new ArrayList<>())
                    .add(new Line(kind(arrow, how), paths.arrow(arrow, here ? arrow.to() : arrow.from())));
        }
        return lines;
    }

    private static String kind(Arrow arrow, GanttAddress how) {
        if (arrow.broken()) {
            return "link broken";
        }
        return arrow.critical() && how.marksCriticalPath() ? "link critical" : "link";
    }

    private List<Heading> headings(List<Stretch> stretches, Zoom.Unit unit) {
        return stretches.stream()
                .map(each -> new Heading(each.x(), each.width(), words.heading(unit, each.begin(), each.width())))
                .toList();
    }

    /** Days beside each other are one box. */
    private static String closed(Gantt gantt, TimeScale scale) {
        if (scale.zoom().compareTo(Zoom.WEEK) > 0) {
            return "";
        }
        var path = new StringBuilder();
        var days = gantt.closedDays();
        for (int i = 0; i < days.size(); ) {
            int end = i + 1;
            while (end < days.size() && days.get(end) == days.get(end - 1) + 1) {
                end++;
            }
            var from = Math.max(0, scale.x(days.get(i)));
            var to = Math.min(scale.width(), scale.x(days.get(end - 1) + 1));
            if (to > from) {
                path.append("M%s 0H%sV%dH%sz"
                        .formatted(BarPaths.text(from), BarPaths.text(to), BarPaths.ROW, BarPaths.text(from)));
            }
            i = end;
        }
        return path.toString();
    }

    private static String lines(TimeScale scale) {
        var path = new StringBuilder();
        scale.lower().forEach(each -> path.append("M%s 0v%d".formatted(BarPaths.text(each.x()), BarPaths.ROW)));
        return path.toString();
    }

    private static @Nullable Double line(TimeScale scale, @Nullable LocalDate day) {
        return day == null || !scale.holds(day) ? null : Double.valueOf(scale.x(day.toEpochDay() + 0.5));
    }
}
