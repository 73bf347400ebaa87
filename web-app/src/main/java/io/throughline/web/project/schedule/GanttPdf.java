package io.throughline.web.project.schedule;

import static io.throughline.web.project.schedule.GanttPdfLayout.AXIS;
import static io.throughline.web.project.schedule.GanttPdfLayout.DATE;
import static io.throughline.web.project.schedule.GanttPdfLayout.EDGE;
import static io.throughline.web.project.schedule.GanttPdfLayout.LETTERS;
import static io.throughline.web.project.schedule.GanttPdfLayout.ROW;
import static io.throughline.web.project.schedule.GanttPdfLayout.UNIT;

import io.throughline.project.lifecycle.ProjectAccess;
import io.throughline.project.schedule.Gantt;
import io.throughline.project.schedule.Gantt.Arrow;
import io.throughline.project.schedule.TaskRow;
import io.throughline.web.print.PdfBook;
import io.throughline.web.print.PdfInk;
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

    private final GanttDrawing drawing;
    private final GanttPdfGone gone;
    private final Words words;
    private final Formats formats;

    /** What is drawn, and where its parts lie. */
    private record Plan(
            ProjectAccess project,
            Gantt gantt,
            GanttChart chart,
            BarPaths paths,
            GanttAddress how,
            GanttPdfLayout layout) {}

    void write(ProjectAccess project, Gantt gantt, GanttAddress how, PdfPaper paper, LocalDate today, OutputStream out)
            throws IOException {
        var layout = GanttPdfLayout.on(paper);
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

    private static TimeScale scale(Gantt gantt, GanttAddress how, GanttPdfLayout layout) {
        var all = TimeScale.within(layout.width() / UNIT, gantt.firstDay(), gantt.lastDay());
        if (how.zoom() == null) {
            return all;
        }
        var zoom = Zoom.of(how.zoom(), gantt.lastDay() - gantt.firstDay() + 1);
        var asked = TimeScale.around(zoom, gantt.firstDay(), gantt.lastDay());
        return wide(asked, layout) * tall(gantt, layout) <= MOST_SHEETS ? asked : all;
    }

    private static int tall(Gantt gantt, GanttPdfLayout layout) {
        return Math.max(1, (lines(gantt) + layout.rows() - 1) / layout.rows());
    }

    /** Tasks, and below them those deleted since the baseline. */
    private static int lines(Gantt gantt) {
        return gantt.window().rows().size() + GanttPdfGone.lines(gantt);
    }

    private static int wide(TimeScale scale, GanttPdfLayout layout) {
        return Math.max(1, (int) Math.ceil(scale.width() * UNIT / layout.width() - 0.01));
    }

    private void head(PdfSheet sheet, Plan plan, String title, LocalDate today) throws IOException {
        sheet.text(EDGE, EDGE + 11, 12, PdfInk.TEXT, title, 480);
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
        sheet.text(EDGE, EDGE + 24, LETTERS, PdfInk.QUIET, compared);
    }

    private void foot(PdfSheet sheet, GanttPdfLayout layout, int number, int of) throws IOException {
        var text = words.text("project.schedule.gantt.pdfPage", number, of);
        double right = layout.left() + layout.width();
        sheet.text(right - sheet.width(text, LETTERS), layout.height() - EDGE + 4, LETTERS, PdfInk.QUIET, text);
    }

    /** @param from pixels of the chart that stand on the sheets before */
    private void rows(PdfSheet sheet, Plan plan, int first, double from) throws IOException {
        var layout = plan.layout();
        var all = plan.gantt().window().rows();
        var rows = all.subList(Math.min(first, all.size()), Math.min(first + layout.rows(), all.size()));
        int lines = Math.min(layout.rows(), lines(plan.gantt()) - first);
        double bottom = layout.top() + Math.max(0, lines) * ROW;
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
        gone.bars(sheet, layout, first - all.size(), plan.chart().gone(), at);
        for (var arrow : plan.gantt().arrows()) {
            if (Math.max(arrow.from(), arrow.to()) >= first
                    && Math.min(arrow.from(), arrow.to()) < first + rows.size()) {
                arrow(sheet, plan, arrow, first, at);
            }
        }
        sheet.unclip();
        gone.names(sheet, layout, first - all.size(), plan.gantt(), plan.chart().gone());
        sheet.line(EDGE, layout.top(), layout.left() + layout.width(), layout.top(), 0.8, PdfInk.LINE);
        sheet.line(layout.left(), layout.top() - AXIS, layout.left(), bottom, 0.8, PdfInk.LINE);
    }

    private void names(PdfSheet sheet, GanttPdfLayout layout, List<TaskRow> rows) throws IOException {
        double x = EDGE + layout.names();
        double base = layout.top() - 5;
        sheet.text(EDGE, base, LETTERS, PdfInk.QUIET, words.text("project.schedule.name"));
        sheet.text(x, base, LETTERS, PdfInk.QUIET, words.text("project.schedule.start"), DATE);
        sheet.text(x + DATE, base, LETTERS, PdfInk.QUIET, words.text("project.schedule.finish"), DATE);
        sheet.text(x + 2 * DATE, base, LETTERS, PdfInk.QUIET, "%");
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            double line = layout.top() + i * ROW + 10.5;
            double indent = Math.min(8, row.depth() - 1) * 8;
            var ink = row.summary() ? PdfInk.TEXT : PdfInk.PLAIN;
            sheet.text(EDGE + indent, line, LETTERS, ink, row.wbs() + " " + row.name(), layout.names() - indent - 6);
            sheet.text(x, line, LETTERS, PdfInk.PLAIN, formats.date(row.plannedStart()));
            sheet.text(x + DATE, line, LETTERS, PdfInk.PLAIN, formats.date(row.plannedFinish()));
            sheet.text(x + 2 * DATE, line, LETTERS, PdfInk.PLAIN, String.valueOf(row.percentComplete()));
            sheet.line(EDGE, line + 4.5, layout.left(), line + 4.5, 0.3, PdfInk.FAINT);
        }
    }

    private void axis(PdfSheet sheet, GanttChart chart, Place at, double bottom) throws IOException {
        double half = at.y() - AXIS / 2;
        double tall = (bottom - at.y()) / BarPaths.ROW;
        if (!chart.closed().isEmpty()) {
            sheet.path(chart.closed(), new Place(at.x(), at.y(), UNIT, tall), PdfInk.CLOSED, null, 0);
        }
        if (!chart.lines().isEmpty()) {
            sheet.path(chart.lines(), new Place(at.x(), at.y(), UNIT, tall), null, PdfInk.FAINT, 0.4);
        }
        headings(sheet, chart.upper(), at, at.y() - AXIS, half - 4);
        headings(sheet, chart.lower(), at, half, at.y() - 4);
        if (chart.status() != null) {
            double x = at.x() + chart.status() * UNIT;
            sheet.line(x, at.y(), x, bottom, 0.8, PdfInk.STATUS);
        }
        if (chart.today() != null) {
            sheet.dashed(2);
            double x = at.x() + chart.today() * UNIT;
            sheet.line(x, at.y(), x, bottom, 0.8, PdfInk.BRAND);
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
            sheet.line(x, top, x, base + 4, 0.4, PdfInk.LINE);
            var label = all.get(i).label();
            double end = at.x() + (last.x() + last.width()) * UNIT;
            if (sheet.width(label, LETTERS - 1) <= end - x - 2) {
                sheet.text(x + 2, base, LETTERS - 1, PdfInk.QUIET, label);
            }
        }
    }

    private static void bar(PdfSheet sheet, GanttChart.Row row, Place at) throws IOException {
        if (row.shape() == null) {
            return;
        }
        boolean critical = row.kind().contains("critical");
        draw(sheet, row.ghost(), at, PdfInk.GHOST, null, 0);
        draw(sheet, row.slack(), at, null, PdfInk.GHOST, 0.9);
        var edge = critical ? PdfInk.CRITICAL : PdfInk.BRAND;
        if (row.kind().startsWith("task")) {
            sheet.dashed(row.kind().contains("manual") ? 2 : 0);
            draw(sheet, row.shape(), at, critical ? PdfInk.CRITICAL_SOFT : PdfInk.BRAND_SOFT, edge, 0.6);
            sheet.dashed(0);
        } else {
            draw(sheet, row.shape(), at, critical ? PdfInk.CRITICAL : PdfInk.TEXT, null, 0);
        }
        draw(sheet, row.done(), at, edge, null, 0);
        draw(sheet, row.edge(), at, null, PdfInk.CRITICAL, 1.4);
        draw(sheet, row.deadline(), at, null, PdfInk.WARN, 1);
        if (!row.label().isEmpty()) {
            sheet.text(at.x() + row.labelAt() * UNIT, at.y() + 10, LETTERS - 1, PdfInk.QUIET, row.label());
        }
    }

    private static void arrow(PdfSheet sheet, Plan plan, Arrow arrow, int first, Place at) throws IOException {
        boolean critical = arrow.critical() && plan.how().marksCriticalPath();
        var ink = arrow.broken() || critical ? PdfInk.CRITICAL : PdfInk.QUIET;
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
}
