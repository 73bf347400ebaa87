package io.throughline.web.print;

import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** Paper lying on its side. */
public enum PdfPaper {
    A4(PDRectangle.A4),
    A3(PDRectangle.A3);

    private final PDRectangle upright;

    PdfPaper(PDRectangle upright) {
        this.upright = upright;
    }

    /** In points of 1/72 inch. */
    public double width() {
        return upright.getHeight();
    }

    public double height() {
        return upright.getWidth();
    }
}
