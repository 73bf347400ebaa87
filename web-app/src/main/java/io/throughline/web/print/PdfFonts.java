package io.throughline.web.print;

import java.io.Closeable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** Two faces, embedded with the letters that are used: one for Latin, one for Chinese. Each letter comes from the first that has it. */
final class PdfFonts implements Closeable {

    private static final String LATIN = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final String CHINESE = "/fonts/DroidSansFallbackFull.ttf";
    private static final String UNKNOWN = "?";

    private final List<Face> faces = new ArrayList<>();

    PdfFonts(PDDocument document) throws IOException {
        for (var resource : List.of(LATIN, CHINESE)) {
            faces.add(Face.of(document, resource));
        }
    }

    /** A stretch of text in one face. */
    record Run(PDFont font, String text) {

        /** In points at the size. */
        double width(double size) throws IOException {
            return font.getStringWidth(text) / 1000 * size;
        }
    }

    List<Run> runs(String text) {
        var runs = new ArrayList<Run>();
        var letters = new StringBuilder();
        Face current = faces.get(0);
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int letter = text.codePointAt(i);
            var face = faceOf(letter);
            var known = face == null ? faces.get(0) : face;
            if (known != current && !letters.isEmpty()) {
                runs.add(new Run(current.font(), letters.toString()));
                letters.setLength(0);
            }
            current = known;
            letters.append(face == null ? UNKNOWN : Character.toString(letter));
        }
        if (!letters.isEmpty()) {
            runs.add(new Run(current.font(), letters.toString()));
        }
        return runs;
    }

    private @org.jspecify.annotations.Nullable Face faceOf(int letter) {
        return faces.stream().filter(face -> face.has(letter)).findFirst().orElse(null);
    }

    @Override
    public void close() throws IOException {
        for (var face : faces) {
            face.file().close();
        }
    }

    private record Face(TrueTypeFont file, CmapLookup letters, PDFont font) {

        static Face of(PDDocument document, String resource) throws IOException {
            try (var content = PdfFonts.class.getResourceAsStream(resource)) {
                if (content == null) {
                    throw new FileNotFoundException(resource);
                }
                var file = new TTFParser().parse(new RandomAccessReadBuffer(content));
                return new Face(file, file.getUnicodeCmapLookup(), PDType0Font.load(document, file, true));
            }
        }

        boolean has(int letter) {
            return letter >= ' ' && letters.getGlyphId(letter) > 0;
        }
    }
}
