package io.throughline.web.project.schedule;

import io.throughline.project.lifecycle.ProjectAccess;
import io.throughline.project.schedule.Gantt;
import io.throughline.project.schedule.Gantt.Arrow;
import io.throughline.project.schedule.TaskRow;
import io.throughline.web.print.PdfBook;
import io.throughline.web.print.PdfPaper;
import io.throughline.web.print.PdfSheet;
import io.throughline.web.print.PdfSheet.Place;
import io.throughline.web.project.schedule.GanttChart.Heading;
import io.throughline.web.shell.Formats;
import io.throughline.web.shell.Words;
import java.awt.Color;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * The Gantt chart on paper: names and dates at the left and the axis at the top of every sheet. Without a zoom the plan's
 * whole time stands on one sheet's width, with one it goes on over the next sheets. The shapes are those of the page.
 */
@Component
@RequiredArgsConstructor
class GanttPdf {

    /** Sheets that somebody may yet print; a zoom that needs more is left out. */
    private static final int MOST_SHEETS = 400;

    private static final double EDGE = 28;
    private static final double TITLE = 34;
    private static final double AXIS = 26;
    private static final double FOOT = 18;
    private static final double ROW = 15;
    private static final double UNIT = ROW / BarPaths.ROW;
    private static final double DATE = 48;
    private static final double DONE = 24;
    private static final double LETTERS = 7.5;

    private final GanttDrawing drawing;
    private final Words words;
    private final Formats formats;

    /** What is drawn, and where its parts lie. */
    private record Plan(
            ProjectAccess project, Gantt gantt, GanttChart chart, BarPaths paths, GanttAddress how, Layout layout) {}

    /**
     * @param names width of the names
     * @param left where the chart begins
     * @param width of the chart
     * @param rows how many fit one below the other
     */
    private record Layout(double names, double left, double width, double height, int rows) {

        static Layout on(PdfPaper paper) {
            double names = paper == PdfPaper.A3 ? 240 : 170;
            double left = EDGE + names + 2 * DATE + DONE;
            double room = paper.height() - 2 * EDGE - TITLE - AXIS - FOOT;
            return new Layout(names, left, paper.width() - EDGE - left, paper.height(), (int) (room / ROW));
        }

        double top() {
            return EDGE + TITLE + AXIS;
        }
    }

    void write(ProjectAccess project, Gantt gantt, GanttAddress how, PdfPaper paper, LocalDate today, OutputStream out)
            throws IOException {
        var layout = Layout.on(paper);
        var scale = scale(gantt, how, layout);
        var plan = new Plan(project, gantt, drawing.draw(gantt, how, today, scale), new BarPaths(scale), how, layout);
        int tall = tall(gantt, layout);
        int wide = wide(scale, layout);
        var title = words.text("project.schedule.gantt.pdfTitle", project.key(), project.name());
        try (var book = new PdfBook(paper, title, LocaleContextHolder.getLocale())) {
            for (int down = 0; down < tall; down++) {
                for (int along = 0; along < wide; along++) {
                    var sheet = book.sheet();
                    head(sheet, plan, title, today);
                    rows(sheet, plan, down * layout.rows(), along * layout.width() / UNIT);
                    foot(sheet, layout, down * wide + along + 1, tall * wide);
                }
            }
            book.write(out);
        }
    }

    private static TimeScale scale(Gantt gantt, GanttAddress how, Layout layout) {
        var all = TimeScale.within(layout.width() / UNIT, gantt.firstDay(), gantt.lastDay());
        if (how.zoom() == null) {
            return all;
        }
        var zoom = Zoom.of(how.zoom(), gantt.lastDay() - gantt.firstDay() + 1);
        var asked = TimeScale.around(zoom, gantt.firstDay(), gantt.lastDay());
        return wide(asked, layout) * tall(gantt, layout) <= MOST_SHEETS ? asked : all;
    }

    private static int tall(Gantt gantt, Layout layout) {
        return Math.max(1, (gantt.window().rows().size() + layout.rows() - 1) / layout.rows());
    }

    private static int wide(TimeScale scale, Layout layout) {
        return Math.max(1, (int) Math.ceil(scale.width() * UNIT / layout.width() - 0.01));
    }

    private void head(PdfSheet sheet, Plan plan, String title, LocalDate today) throws IOException {
        sheet.text(EDGE, EDGE + 11, 12, Ink.TEXT, title, 480);
        var gantt = plan.gantt();
        var span = words.text(
                "project.schedule.gantt.pdfSpan",
                formats.date(LocalDate.ofEpochDay(gantt.firstDay())),
                formats.date(LocalDate.ofEpochDay(gantt.lastDay())),
                formats.date(today));
        var compared = gantt.baseline() == null
                ? span
                : span
                        + words.text("project.schedule.gantt.semicolon")
                        + words.text("project.schedule.baselineNow", "R" + gantt.baseline());
        sheet.text(EDGE, EDGE + 24, LETTERS, Ink.QUIET, compared);
    }

    private void foot(PdfSheet sheet, Layout layout, int number, int of) throws IOException {
        var text = words.text("project.schedule.gantt.pdfPage", number, of);
        double right = layout.left() + layout.width();
        sheet.text(right - sheet.width(text, LETTERS), layout.height() - EDGE + 4, LETTERS, Ink.QUIET, text);
    }

    /** @param from pixels of the chart that stand on the sheets before */
    private void rows(PdfSheet sheet, Plan plan, int first, double from) throws IOException {
        var layout = plan.layout();
        var all = plan.gantt().window().rows();
        var rows = all.subList(Math.min(first, all.size()), Math.min(first + layout.rows(), all.size()));
        double bottom = layout.top() + rows.size() * ROW;
        names(sheet, layout, rows);
        var at = new Place(layout.left() - from * UNIT, layout.top(), UNIT);
        sheet.clip(layout.left(), layout.top() - AXIS, layout.width(), bottom - layout.top() + AXIS);
        axis(sheet, plan.chart(), at, bottom);
        for (int i = 0; i < rows.size(); i++) {
            var here = new Place(at.x(), layout.top() + i * ROW, UNIT);
            bar(
                    sheet,
                    Objects.requireNonNull(plan.chart().rows().get(rows.get(i).number())),
                    here);
        }
        for (var arrow : plan.gantt().arrows()) {
            if (Math.max(arrow.from(), arrow.to()) >= first
                    && Math.min(arrow.from(), arrow.to()) < first + rows.size()) {
                arrow(sheet, plan, arrow, first, at);
            }
        }
        sheet.unclip();
        sheet.line(EDGE, layout.top(), layout.left() + layout.width(), layout.top(), 0.8, Ink.LINE);
        sheet.line(layout.left(), layout.top() - AXIS, layout.left(), bottom, 0.8, Ink.LINE);
    }

    private void names(PdfSheet sheet, Layout layout, List<TaskRow> rows) throws IOException {
        double x = EDGE + layout.names();
        double base = layout.top() - 5;
        sheet.text(EDGE, base, LETTERS, Ink.QUIET, words.text("project.schedule.name"));
        sheet.text(x, base, LETTERS, Ink.QUIET, words.text("project.schedule.start"), DATE);
        sheet.text(x + DATE, base, LETTERS, Ink.QUIET, words.text("project.schedule.finish"), DATE);
        sheet.text(x + 2 * DATE, base, LETTERS, Ink.QUIET, "%");
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            double line = layout.top() + i * ROW + 10.5;
            double indent = Math.min(8, row.depth() - 1) * 8;
            var ink = row.summary() ? Ink.TEXT : Ink.PLAIN;
            sheet.text(EDGE + indent, line, LETTERS, ink, row.wbs() + " " + row.name(), layout.names() - indent - 6);
            sheet.text(x, line, LETTERS, Ink.PLAIN, formats.date(row.plannedStart()));
            sheet.text(x + DATE, line, LETTERS, Ink.PLAIN, formats.date(row.plannedFinish()));
            sheet.text(x + 2 * DATE, line, LETTERS, Ink.PLAIN, String.valueOf(row.percentComplete()));
            sheet.line(EDGE, line + 4.5, layout.left(), line + 4.5, 0.3, Ink.FAINT);
        }
    }

    private void axis(PdfSheet sheet, GanttChart chart, Place at, double bottom) throws IOException {
        double half = at.y() - AXIS / 2;
        double tall = (bottom - at.y()) / BarPaths.ROW;
        if (!chart.closed().isEmpty()) {
            sheet.path(chart.closed(), new Place(at.x(), at.y(), UNIT, tall), Ink.CLOSED, null, 0);
        }
        if (!chart.lines().isEmpty()) {
            sheet.path(chart.lines(), new Place(at.x(), at.y(), UNIT, tall), null, Ink.FAINT, 0.4);
        }
        headings(sheet, chart.upper(), at, at.y() - AXIS, half - 4);
        headings(sheet, chart.lower(), at, half, at.y() - 4);
        if (chart.status() != null) {
            double x = at.x() + chart.status() * UNIT;
            sheet.line(x, at.y(), x, bottom, 0.8, Ink.STATUS);
        }
        if (chart.today() != null) {
            sheet.dashed(2);
            double x = at.x() + chart.today() * UNIT;
            sheet.line(x, at.y(), x, bottom, 0.8, Ink.BRAND);
            sheet.dashed(0);
        }
    }

    /** Where the widest has no room, every second, third … is named, and stands for those behind it. */
    private static void headings(PdfSheet sheet, List<Heading> all, Place at, double top, double base)
            throws IOException {
        double widest = 0;
        double room = 1;
        for (var heading : all) {
            widest = Math.max(widest, sheet.width(heading.label(), LETTERS - 1) + 2);
            room = Math.max(room, heading.width() * UNIT);
        }
        int step = Math.max(1, (int) Math.ceil(widest / room));
        for (int i = 0; i < all.size(); i += step) {
            double x = at.x() + all.get(i).x() * UNIT;
            var last = all.get(Math.min(i + step, all.size()) - 1);
            sheet.line(x, top, x, base + 4, 0.4, Ink.LINE);
            var label = all.get(i).label();
            double end = at.x() + (last.x() + last.width()) * UNIT;
            if (sheet.width(label, LETTERS - 1) <= end - x - 2) {
                sheet.text(x + 2, base, LETTERS - 1, Ink.QUIET, label);
            }
        }
    }

    private static void bar(PdfSheet sheet, GanttChart.Row row, Place at) throws IOException {
        if (row.shape() == null) {
            return;
        }
        boolean critical = row.kind().contains("critical");
        draw(sheet, row.ghost(), at, Ink.GHOST, null, 0);
        draw(sheet, row.slack(), at, null, Ink.GHOST, 0.9);
        var edge = critical ? Ink.CRITICAL : Ink.BRAND;
        if (row.kind().startsWith("task")) {
            sheet.dashed(row.kind().contains("manual") ? 2 : 0);
            draw(sheet, row.shape(), at, critical ? Ink.CRITICAL_SOFT : Ink.BRAND_SOFT, edge, 0.6);
            sheet.dashed(0);
        } else {
            draw(sheet, row.shape(), at, critical ? Ink.CRITICAL : Ink.TEXT, null, 0);
        }
        draw(sheet, row.done(), at, edge, null, 0);
        draw(sheet, row.edge(), at, null, Ink.CRITICAL, 1.4);
        draw(sheet, row.deadline(), at, null, Ink.WARN, 1);
        if (!row.label().isEmpty()) {
            sheet.text(at.x() + row.labelAt() * UNIT, at.y() + 10, LETTERS - 1, Ink.QUIET, row.label());
        }
    }

    private static void arrow(PdfSheet sheet, Plan plan, Arrow arrow, int first, Place at) throws IOException {
        boolean critical = arrow.critical() && plan.how().marksCriticalPath();
        var ink = arrow.broken() || critical ? Ink.CRITICAL : Ink.QUIET;
        sheet.dashed(arrow.broken() ? 1.5 : 0);
        draw(sheet, plan.paths().arrow(arrow, first), at, null, ink, critical ? 0.8 : 0.5);
        sheet.dashed(0);
    }

    private static void draw(
            PdfSheet sheet, @Nullable String path, Place at, @Nullable Color fill, @Nullable Color stroke, double width)
            throws IOException {
        if (path != null) {
            sheet.path(path, at, fill, stroke, width);
        }
    }

    /** The light colours of the screen (tokens.css), for paper is always light. */
    private static final class Ink {

        static final Color TEXT = new Color(0x171b22);
        static final Color PLAIN = new Color(0x2f3742);
        static final Color QUIET = new Color(0x47505d);
        static final Color LINE = new Color(0x868f9c);
        static final Color FAINT = new Color(0xd5dae1);
        static final Color CLOSED = new Color(0xf0f2f5);
        static final Color BRAND = new Color(0x2448c6);
        static final Color BRAND_SOFT = new Color(0xe9eefc);
        static final Color CRITICAL = new Color(0xc92a38);
        static final Color CRITICAL_SOFT = new Color(0xfdebec);
        static final Color WARN = new Color(0xb27100);
        static final Color GHOST = new Color(0x6b7583);
        static final Color STATUS = new Color(0x6d4aa8);
    }
}
