package io.throughline.web.project.network;

import io.throughline.project.schedule.NetworkChart.Frame;
import io.throughline.project.schedule.NetworkChart.Node;
import io.throughline.project.schedule.NetworkChart.Tie;
import io.throughline.web.print.PdfPaper;
import io.throughline.web.print.PdfSheet.Place;
import java.util.List;

/**
 * How a network diagram is cut into sheets of paper, in points.
 *
 * <p>On one sheet while its letters stay readable; else at the usual size, and where that takes more sheets than somebody
 * may yet print, with less in each box, and at last smaller.
 *
 * @param zoom what a box says
 * @param unit points of one pixel of the page
 * @param columns of the diagram on one sheet
 * @param rows of the diagram on one sheet
 * @param width of the diagram's part of the sheet
 * @param height of it
 */
record NetworkSheets(NetworkZoom zoom, double unit, int columns, int rows, Frame frame, double width, double height) {

    static final double EDGE = 28;
    static final double TOP = EDGE + 34;

    private static final double FOOT = 14;
    private static final double LARGEST = 0.75;
    private static final double READABLE = 0.45;
    private static final double USUAL = 0.6;
    private static final double SMALLER = 0.8;
    private static final int MOST = 400;

    /** A sheet's first column and row. */
    record Tile(int rank, int lane) {}

    static NetworkSheets of(Frame frame, NetworkZoom asked, PdfPaper paper) {
        var one = whole(frame, asked, paper);
        if (one.unit >= READABLE) {
            return one;
        }
        for (int at = asked.ordinal(); at < NetworkZoom.values().length; at++) {
            var sheets = cut(frame, NetworkZoom.values()[at], paper, USUAL);
            if (sheets.count() <= MOST) {
                return sheets;
            }
        }
        double unit = USUAL;
        while (cut(frame, NetworkZoom.DOT, paper, unit).count() > MOST) {
            unit *= SMALLER;
        }
        return cut(frame, NetworkZoom.DOT, paper, unit);
    }

    private static NetworkSheets whole(Frame frame, NetworkZoom zoom, PdfPaper paper) {
        double width = paper.width() - 2 * EDGE;
        double height = paper.height() - TOP - EDGE - FOOT;
        double fits = Math.min(
                width / (frame.ranks() * (double) (zoom.width() + zoom.gapX())),
                height / (frame.lanes() * (double) (zoom.height() + zoom.gapY())));
        return new NetworkSheets(
                zoom,
                Math.min(LARGEST, fits),
                Math.max(1, frame.ranks()),
                Math.max(1, frame.lanes()),
                frame,
                width,
                height);
    }

    private static NetworkSheets cut(Frame frame, NetworkZoom zoom, PdfPaper paper, double unit) {
        var all = whole(frame, zoom, paper);
        int columns = (int) (all.width / unit / (zoom.width() + zoom.gapX()));
        int rows = (int) (all.height / unit / (zoom.height() + zoom.gapY()));
        return new NetworkSheets(zoom, unit, Math.max(1, columns), Math.max(1, rows), frame, all.width, all.height);
    }

    private int count() {
        return ((frame.ranks() + columns - 1) / columns) * ((frame.lanes() + rows - 1) / rows);
    }

    boolean isOne() {
        return columns >= frame.ranks() && rows >= frame.lanes();
    }

    /** Those with something on them, from left to right, from top to bottom. */
    List<Tile> filled(List<Node> nodes) {
        return nodes.stream()
                .map(node -> new Tile(node.rank() / columns * columns, node.lane() / rows * rows))
                .distinct()
                .sorted(java.util.Comparator.comparingInt(Tile::lane).thenComparingInt(Tile::rank))
                .toList();
    }

    boolean holds(Tile tile, Node node) {
        return node.rank() >= tile.rank()
                && node.rank() < tile.rank() + columns
                && node.lane() >= tile.lane()
                && node.lane() < tile.lane() + rows;
    }

    /** Whether some of the arrow may lie on the sheet. */
    boolean crosses(Tile tile, Tie tie) {
        int top = Math.min(tie.from().lane(), tie.to().lane());
        int bottom = Math.max(tie.from().lane(), tie.to().lane());
        return tie.from().rank() < tile.rank() + columns
                && tie.to().rank() >= tile.rank()
                && top < tile.lane() + rows
                && bottom >= tile.lane() - 1;
    }

    /** Where the drawing's origin lies on the sheet; it begins in the middle of the channels around the first box. */
    Place origin(Tile tile) {
        double x = NetworkDrawing.MARGIN + tile.rank() * (double) (zoom.width() + zoom.gapX()) - zoom.gapX() / 2.0;
        double y = NetworkDrawing.MARGIN + tile.lane() * (double) (zoom.height() + zoom.gapY()) - zoom.gapY() / 2.0;
        return new Place(EDGE - x * unit, TOP - y * unit, unit);
    }

    /** Of the line the sheet's number stands on. */
    double bottom() {
        return TOP + height + FOOT - 2;
    }
}
