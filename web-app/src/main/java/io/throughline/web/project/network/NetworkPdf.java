package io.throughline.web.project.network;

import io.throughline.project.lifecycle.ProjectAccess;
import io.throughline.project.schedule.NetworkChart;
import io.throughline.project.schedule.NetworkChart.Tie;
import io.throughline.web.print.PdfBook;
import io.throughline.web.print.PdfInk;
import io.throughline.web.print.PdfPaper;
import io.throughline.web.print.PdfSheet;
import io.throughline.web.print.PdfSheet.Place;
import io.throughline.web.project.network.NetworkPicture.Arrow;
import io.throughline.web.project.network.NetworkPicture.Box;
import io.throughline.web.project.network.NetworkSheets.Tile;
import io.throughline.web.shell.Formats;
import io.throughline.web.shell.Words;
import java.awt.Color;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * The network diagram on paper: all of it that was asked for, on one sheet where it can be read there, else over as many as
 * it takes, cut between columns and rows; each says which of them it holds. The shapes are those of the page.
 */
@Component
@RequiredArgsConstructor
class NetworkPdf {

    private static final double LETTERS = 7.5;
    private static final int SMALL = 12;
    private static final int NAME = 13;

    private final NetworkDrawing drawing;
    private final Words words;
    private final Formats formats;

    private record Print(
            ProjectAccess project,
            NetworkChart chart,
            NetworkPicture picture,
            NetworkSheets sheets,
            NetworkAddress how,
            LocalDate today) {}

    void write(
            ProjectAccess project,
            NetworkChart chart,
            NetworkAddress how,
            PdfPaper paper,
            LocalDate today,
            OutputStream out)
            throws IOException {
        var sheets = NetworkSheets.of(chart.frame(), NetworkZoom.of(how.zoom()), paper);
        var print = new Print(project, chart, drawing.draw(chart, sheets.zoom()), sheets, how, today);
        var title = words.text("project.network.pdfTitle", project.key(), project.name());
        var tiles = sheets.filled(chart.nodes());
        try (var book = new PdfBook(paper, title, LocaleContextHolder.getLocale())) {
            for (int i = 0; i < tiles.size(); i++) {
                var sheet = book.sheet();
                head(sheet, print, title, tiles.get(i));
                part(sheet, print, tiles.get(i));
                foot(sheet, sheets, i + 1, tiles.size());
            }
            book.write(out);
        }
    }

    private void head(PdfSheet sheet, Print print, String title, Tile tile) throws IOException {
        double edge = NetworkSheets.EDGE;
        sheet.text(edge, edge + 11, 12, PdfInk.TEXT, title, 600);
        var frame = print.chart().frame();
        var text = new StringBuilder(words.text("project.network.pdfNodes", frame.nodes(), frame.pathLength()));
        if (!print.sheets().isOne()) {
            text.append(semicolon())
                    .append(words.text(
                            "project.network.pdfPart",
                            tile.rank() + 1,
                            Math.min(frame.ranks(), tile.rank() + print.sheets().columns()),
                            frame.ranks(),
                            tile.lane() + 1,
                            Math.min(frame.lanes(), tile.lane() + print.sheets().rows()),
                            frame.lanes()));
        }
        if (print.chart().task() != null) {
            text.append(semicolon())
                    .append(words.text(
                            "project.network.pdfOf",
                            print.project().key() + "-" + print.chart().task()));
        }
        if (print.how().view().critical()) {
            text.append(semicolon()).append(words.text("project.schedule.criticalOnly"));
        }
        text.append(semicolon()).append(words.text("project.network.pdfPrinted", formats.date(print.today())));
        sheet.text(edge, edge + 24, LETTERS, PdfInk.QUIET, text.toString());
    }

    private String semicolon() {
        return words.text("project.schedule.gantt.semicolon");
    }

    private void foot(PdfSheet sheet, NetworkSheets sheets, int number, int of) throws IOException {
        var text = words.text("project.schedule.gantt.pdfPage", number, of);
        double right = NetworkSheets.EDGE + sheets.width();
        sheet.text(right - sheet.width(text, LETTERS), sheets.bottom(), LETTERS, PdfInk.QUIET, text);
    }

    private void part(PdfSheet sheet, Print print, Tile tile) throws IOException {
        var sheets = print.sheets();
        var at = sheets.origin(tile);
        sheet.clip(NetworkSheets.EDGE, NetworkSheets.TOP, sheets.width(), sheets.height());
        var ties = print.chart().ties();
        for (int i = 0; i < ties.size(); i++) {
            if (sheets.crosses(tile, ties.get(i))) {
                arrow(sheet, sheets, ties.get(i), print.picture().arrows().get(i), at);
            }
        }
        var nodes = print.chart().nodes();
        for (int i = 0; i < nodes.size(); i++) {
            if (sheets.holds(tile, nodes.get(i))) {
                box(sheet, sheets, print.picture(), print.picture().boxes().get(i), at);
            }
        }
        sheet.unclip();
    }

    private static void arrow(PdfSheet sheet, NetworkSheets sheets, Tie tie, Arrow arrow, Place at) throws IOException {
        var ink = tie.critical() ? PdfInk.CRITICAL : PdfInk.GHOST;
        sheet.path(arrow.path(), at, null, ink, (tie.critical() ? 2.4 : 1.1) * sheets.unit());
        if (!arrow.label().isEmpty()) {
            double size = SMALL * sheets.unit();
            double right = at.x() + arrow.labelX() * sheets.unit();
            double y = at.y() + arrow.labelY() * sheets.unit();
            sheet.text(right - sheet.width(arrow.label(), size), y, size, PdfInk.QUIET, arrow.label());
        }
    }

    private static void box(PdfSheet sheet, NetworkSheets sheets, NetworkPicture picture, Box box, Place origin)
            throws IOException {
        double unit = sheets.unit();
        var at = new Place(origin.x() + box.x() * unit, origin.y() + box.y() * unit, unit);
        boolean critical = box.kind().contains("critical");
        boolean end = box.kind().startsWith("end");
        sheet.dashed(end ? 3 * unit : 0);
        sheet.path(
                box.shape(),
                at,
                critical ? PdfInk.CRITICAL_SOFT : end ? PdfInk.CLOSED : Color.WHITE,
                critical ? PdfInk.CRITICAL : PdfInk.LINE,
                (critical ? 3.2 : 1.2) * unit);
        sheet.dashed(0);
        if (box.done() > 0) {
            sheet.box(
                    at.x() + unit,
                    at.y() + (picture.boxHeight() - 5) * unit,
                    box.done() * unit,
                    4 * unit,
                    PdfInk.BRAND);
        }
        new Lettering(sheet, at, unit).write(sheets.zoom(), picture.boxWidth(), box);
    }

    /** What is written into a box, where the page has it. */
    private record Lettering(PdfSheet sheet, Place at, double unit) {

        void write(NetworkZoom zoom, int width, Box box) throws IOException {
            if (!box.early().isEmpty()) {
                boolean milestone = box.kind().startsWith("milestone");
                left(box.inset(), 16, box.early());
                middle(width, 16, SMALL, PdfInk.QUIET, box.duration());
                left(box.inset(), 83, box.late());
                if (milestone) {
                    right(width - box.inset(), 83, box.slack());
                } else {
                    right(width - box.inset(), 16, box.earlyEnd());
                    middle(width, 83, SMALL, PdfInk.QUIET, box.slack());
                    right(width - box.inset(), 83, box.lateEnd());
                }
            }
            title(zoom, width, box.title());
        }

        private void title(NetworkZoom zoom, int width, List<String> lines) throws IOException {
            boolean one = lines.size() == 1;
            for (int i = 0; i < lines.size(); i++) {
                switch (zoom) {
                    case CARD -> name(12, one ? 51 : 42 + i * 18, lines.get(i));
                    case NAME -> name(12, one ? 27 : 18 + i * 17, lines.get(i));
                    case DOT -> middle(width, 18, NAME, PdfInk.TEXT, lines.get(i));
                }
            }
        }

        private void name(double x, double y, String text) throws IOException {
            sheet.text(at.x() + x * unit, at.y() + y * unit, NAME * unit, PdfInk.TEXT, text);
        }

        private void left(double x, double y, String text) throws IOException {
            sheet.text(at.x() + x * unit, at.y() + y * unit, SMALL * unit, PdfInk.QUIET, text);
        }

        private void right(double x, double y, String text) throws IOException {
            left(x - sheet.width(text, SMALL), y, text);
        }

        private void middle(double width, double y, int size, Color ink, String text) throws IOException {
            double x = (width - sheet.width(text, size)) / 2;
            sheet.text(at.x() + x * unit, at.y() + y * unit, size * unit, ink, text);
        }
    }
}
