package io.throughline.web.print;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.jspecify.annotations.Nullable;

/** A PDF in the making: sheets one after the other, then written out. */
public final class PdfBook implements AutoCloseable {

    private final PDDocument document = new PDDocument();
    private final PdfFonts fonts;
    private final PdfPaper paper;
    private @Nullable PdfSheet last;

    /**
     * @param title what a reader shows in its title bar, and reads aloud
     * @param language of the text
     */
    public PdfBook(PdfPaper paper, String title, Locale language) throws IOException {
        this.paper = paper;
        this.fonts = new PdfFonts(document);
        document.getDocumentInformation().setTitle(title);
        var catalog = document.getDocumentCatalog();
        catalog.setLanguage(language.toLanguageTag());
        var preferences = new PDViewerPreferences(catalog.getCOSObject());
        preferences.setDisplayDocTitle(true);
        catalog.setViewerPreferences(preferences);
    }

    /** A new empty sheet at the end. */
    public PdfSheet sheet() throws IOException {
        finish();
        var page = new PDPage(new PDRectangle((float) paper.width(), (float) paper.height()));
        document.addPage(page);
        var sheet = new PdfSheet(document, page, fonts);
        last = sheet;
        return sheet;
    }

    public void write(OutputStream out) throws IOException {
        finish();
        document.save(out);
    }

    private void finish() throws IOException {
        if (last != null) {
            last.close();
            last = null;
        }
    }

    @Override
    public void close() throws IOException {
        fonts.close();
        document.close();
    }
}
