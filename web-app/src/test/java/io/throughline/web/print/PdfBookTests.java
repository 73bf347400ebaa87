package io.throughline.web.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class PdfBookTests {

    @Test
    void keepsChineseAndLatinTextSelectableInOneLine() throws IOException {
        try (var read = Loader.loadPDF(written("压缩机站 Phase 2 验收 ✈"))) {
            assertThat(new PDFTextStripper().getText(read)).contains("压缩机站 Phase 2 验收 ?");
        }
    }

    @Test
    void embedsItsFontsWithTheLettersThatAreUsed() throws IOException {
        var file = written("压缩机站 Phase 2");
        assertThat(file.length).isLessThan(60_000);
        try (var read = Loader.loadPDF(file)) {
            assertThat(fonts(read.getPage(0).getResources())).hasSize(2).containsOnly(true);
        }
    }

    @Test
    void saysItsTitleAndLanguage() throws IOException {
        try (PDDocument read = Loader.loadPDF(written("x"))) {
            assertThat(read.getDocumentInformation().getTitle()).isEqualTo("甘特图");
            assertThat(read.getDocumentCatalog().getLanguage()).isEqualTo("zh-CN");
            assertThat(read.getPage(0).getMediaBox().getWidth()).isGreaterThan(1190);
        }
    }

    private static Iterable<Boolean> fonts(PDResources resources) {
        return StreamSupport.stream(resources.getFontNames().spliterator(), false)
                .map(name -> {
                    try {
                        return resources.getFont(name).isEmbedded();
                    } catch (IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                })
                .toList();
    }

    private static byte[] written(String text) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var book = new PdfBook(PdfPaper.A3, "甘特图", Locale.SIMPLIFIED_CHINESE)) {
            book.sheet().text(40, 40, 10, Color.BLACK, text);
            book.write(out);
        }
        return out.toByteArray();
    }
}
