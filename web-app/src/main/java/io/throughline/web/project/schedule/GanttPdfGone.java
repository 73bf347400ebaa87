package io.throughline.web.project.schedule;

import static io.throughline.web.project.schedule.GanttPdfLayout.DATE;
import static io.throughline.web.project.schedule.GanttPdfLayout.EDGE;
import static io.throughline.web.project.schedule.GanttPdfLayout.LETTERS;
import static io.throughline.web.project.schedule.GanttPdfLayout.ROW;
import static io.throughline.web.project.schedule.GanttPdfLayout.UNIT;

import io.throughline.project.schedule.Gantt;
import io.throughline.web.print.PdfInk;
import io.throughline.web.print.PdfSheet;
import io.throughline.web.print.PdfSheet.Place;
import io.throughline.web.project.schedule.GanttChart.Gone;
import io.throughline.web.shell.Words;
import java.io.IOException;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** On paper, what was deleted since the baseline the chart is compared with: below all tasks, struck out, as on the page. */
@Component
@RequiredArgsConstructor
class GanttPdfGone {

    private final Words words;

    /** How many lines it takes. */
    static int lines(Gantt gantt) {
        return gantt.gone().size() + (gantt.moreGone() > 0 ? 1 : 0);
    }

    /** @param passed how many of them stand on the sheets before; negative where tasks stand above them on this one */
    void bars(PdfSheet sheet, GanttPdfLayout layout, int passed, List<Gone> gone, Place chart) throws IOException {
        for (int i = Math.max(0, passed); i < gone.size() && i - passed < layout.rows(); i++) {
            var one = gone.get(i);
            var at = new Place(chart.x(), layout.top() + (i - passed) * ROW, UNIT);
            sheet.dashed(2);
            sheet.path(one.ghost(), at, null, PdfInk.GHOST, 0.9);
            sheet.dashed(0);
            double x = at.x() + (one.x() + one.width() + 8) * UNIT;
            sheet.text(x, at.y() + 10, LETTERS - 1, PdfInk.QUIET, words.text("project.schedule.gantt.gone"));
        }
    }

    void names(PdfSheet sheet, GanttPdfLayout layout, int passed, Gantt gantt, List<Gone> gone) throws IOException {
        for (int i = Math.max(0, passed); i < lines(gantt) && i - passed < layout.rows(); i++) {
            double line = layout.top() + (i - passed) * ROW + 10.5;
            if (i < gone.size()) {
                name(sheet, layout, gone.get(i), line);
            } else {
                var more = words.text("project.schedule.gantt.moreGone", gantt.moreGone());
                sheet.text(EDGE, line, LETTERS, PdfInk.QUIET, more, layout.left() - EDGE - 6);
            }
        }
    }

    private static void name(PdfSheet sheet, GanttPdfLayout layout, Gone one, double line) throws IOException {
        double room = layout.names() - 6;
        double end = EDGE + Math.min(room, sheet.width(one.title(), LETTERS));
        sheet.text(EDGE, line, LETTERS, PdfInk.QUIET, one.title(), room);
        sheet.line(EDGE, line - 2.6, end, line - 2.6, 0.5, PdfInk.QUIET);
        sheet.text(layout.dates(), line, LETTERS, PdfInk.QUIET, one.from());
        sheet.text(layout.dates() + DATE, line, LETTERS, PdfInk.QUIET, one.to());
        sheet.line(EDGE, line + 4.5, layout.left(), line + 4.5, 0.3, PdfInk.FAINT);
    }
}
