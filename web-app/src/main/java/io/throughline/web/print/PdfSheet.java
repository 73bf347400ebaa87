package io.throughline.web.print;

import java.awt.Color;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.jspecify.annotations.Nullable;

/** One sheet; points from its upper left corner, downwards. */
public final class PdfSheet {

    private static final String DOTS = "…";

    private final PDPageContentStream content;
    private final PdfFonts fonts;
    private final double height;

    PdfSheet(PDDocument document, PDPage page, PdfFonts fonts) throws IOException {
        this.content = new PDPageContentStream(document, page);
        this.fonts = fonts;
        this.height = page.getMediaBox().getHeight();
    }

    /** @param y of the line the letters stand on */
    public void text(double x, double y, double size, Color color, String text) throws IOException {
        content.setNonStrokingColor(color);
        content.beginText();
        content.newLineAtOffset((float) x, (float) (height - y));
        for (var run : fonts.runs(text)) {
            content.setFont(run.font(), (float) size);
            content.showText(run.text());
        }
        content.endText();
    }

    /** Cut with dots where it is wider than the room. */
    public void text(double x, double y, double size, Color color, String text, double room) throws IOException {
        text(x, y, size, color, cut(text, size, room));
    }

    /** In points. */
    public double width(String text, double size) throws IOException {
        double width = 0;
        for (var run : fonts.runs(text)) {
            width += run.width(size);
        }
        return width;
    }

    private String cut(String text, double size, double room) throws IOException {
        if (width(text, size) <= room) {
            return text;
        }
        int end = text.length();
        while (end > 0 && width(text.substring(0, end) + DOTS, size) > room) {
            end = text.offsetByCodePoints(end, -1);
        }
        return text.substring(0, end) + DOTS;
    }

    public void box(double x, double y, double width, double boxHeight, Color fill) throws IOException {
        content.setNonStrokingColor(fill);
        content.addRect((float) x, (float) (height - y - boxHeight), (float) width, (float) boxHeight);
        content.fill();
    }

    public void line(double x1, double y1, double x2, double y2, double width, Color color) throws IOException {
        content.setStrokingColor(color);
        content.setLineWidth((float) width);
        content.moveTo((float) x1, (float) (height - y1));
        content.lineTo((float) x2, (float) (height - y2));
        content.stroke();
    }

    /**
     * Draws a path of SVG, of the commands {@code M m H h V v L l Z z}.
     *
     * @param at where its origin lies
     */
    public void path(String path, Place at, @Nullable Color fill, @Nullable Color stroke, double width)
            throws IOException {
        if (fill != null) {
            content.setNonStrokingColor(fill);
        }
        if (stroke != null) {
            content.setStrokingColor(stroke);
            content.setLineWidth((float) width);
        }
        for (var step : SvgPath.steps(path)) {
            float x = (float) (at.x() + step.x() * at.scaleX());
            float y = (float) (height - at.y() - step.y() * at.scaleY());
            switch (step.kind()) {
                case MOVE -> content.moveTo(x, y);
                case LINE -> content.lineTo(x, y);
                case CLOSE -> content.closePath();
            }
        }
        if (fill != null && stroke != null) {
            content.fillAndStroke();
        } else if (fill != null) {
            content.fill();
        } else {
            content.stroke();
        }
    }

    /** Where a drawing lies on the sheet, and how many points one of its units is. */
    public record Place(double x, double y, double scaleX, double scaleY) {

        public Place(double x, double y, double scale) {
            this(x, y, scale, scale);
        }
    }

    /** Dashes of so many points from here on; 0 for unbroken lines. */
    public void dashed(double length) throws IOException {
        content.setLineDashPattern(length == 0 ? new float[0] : new float[] {(float) length}, 0);
    }

    /** Draws nothing outside the box until {@link #unclip}. */
    public void clip(double x, double y, double width, double boxHeight) throws IOException {
        content.saveGraphicsState();
        content.addRect((float) x, (float) (height - y - boxHeight), (float) width, (float) boxHeight);
        content.clip();
    }

    public void unclip() throws IOException {
        content.restoreGraphicsState();
    }

    void close() throws IOException {
        content.close();
    }
}
