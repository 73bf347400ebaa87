package io.throughline.web.project.schedule;

import io.throughline.web.print.PdfPaper;

/**
 * Where what stands on a sheet of the Gantt chart, in points.
 *
 * @param names width of the names
 * @param left where the chart begins
 * @param width of the chart
 * @param rows how many fit one below the other
 */
record GanttPdfLayout(double names, double left, double width, double height, int rows) {

    static final double EDGE = 28;
    static final double TITLE = 34;
    static final double AXIS = 26;
    static final double FOOT = 18;
    static final double ROW = 15;

    /** Of one pixel of the page. */
    static final double UNIT = ROW / BarPaths.ROW;

    static final double DATE = 48;
    static final double DONE = 24;
    static final double LETTERS = 7.5;

    static GanttPdfLayout on(PdfPaper paper) {
        double names = paper == PdfPaper.A3 ? 240 : 170;
        double left = EDGE + names + 2 * DATE + DONE;
        double room = paper.height() - 2 * EDGE - TITLE - AXIS - FOOT;
        return new GanttPdfLayout(names, left, paper.width() - EDGE - left, paper.height(), (int) (room / ROW));
    }

    double top() {
        return EDGE + TITLE + AXIS;
    }

    /** Of dates, beside the names. */
    double dates() {
        return EDGE + names;
    }
}
