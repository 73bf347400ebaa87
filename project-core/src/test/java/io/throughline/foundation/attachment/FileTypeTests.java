package io.throughline.foundation.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.foundation.model.RuleViolation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileTypeTests {

    @ParameterizedTest
    @CsvSource({
        "report.PDF,                application/pdf,             '%PDF-1.7 x',            application/pdf",
        "report.pdf,                ,                            '%PDF-1.7 x',            application/pdf",
        "report.pdf,                application/octet-stream,    '%PDF-1.7 x',            application/pdf",
        "photo.jpeg,                image/pjpeg,                 '\u00ff\u00d8\u00ff\u00e0',   image/jpeg",
        "plan.mpp,                  application/vnd.ms-project,  '\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1', application/vnd.ms-project",
        "table.xlsx,                application/zip,             'PK\u0003\u0004....',    application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "list.csv,                  application/vnd.ms-excel,    'a;b;c',                 text/csv",
        "note.txt,                  text/plain; charset=utf-8,   'hello',                 text/plain",
        "plan.xml,                  text/xml,                    '<?xml version=\"1.0\"?><Project/>', application/xml"
    })
    void acceptsWhatAgrees(String name, @Nullable String declared, String content, String type) throws IOException {
        assertThat(check(name, declared, content.getBytes(StandardCharsets.ISO_8859_1)))
                .extracting(checked -> checked.type().contentType())
                .isEqualTo(type);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "run.exe", "page.html", "page.htm", "image.svg", "x.js", "x.mjs", "x.jsp", "x.php", "x.bat", "x.ps1",
                        "x.sh",
                "x.jar", "x.hta", "x.lnk", "x.scr", "x.xhtml", "x.swf", "x.dll", "noextension", "x.pdf.exe", "x.vbs",
                        "x.docm"
            })
    void refusesTypesThatAreNotOnTheList(String name) {
        assertThatThrownBy(() -> check(name, null, "hello".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(RuleViolation.class)
                .hasMessage("foundation.attachment.typeNotAllowed");
    }

    @ParameterizedTest
    @CsvSource({
        "photo.png,   image/png,        <script>alert(1)</script>",
        "photo.png,   image/png,        %PDF-1.7",
        "report.pdf,  application/pdf,  '<html>%PDF-1.7'",
        "report.pdf,  text/html,        %PDF-1.7",
        "report.pdf,  image/svg+xml,    %PDF-1.7",
        "note.txt,    text/plain,       <!DOCTYPE html><p>",
        "note.txt,    text/plain,       '  <HTML><body>'",
        "note.txt,    text/plain,       <?xml version='1.0'?><svg onload=x>",
        "note.txt,    text/html,        hello",
        "plan.xml,    text/xml,         '<!DOCTYPE x [<!ENTITY a \"b\">]><x/>'",
        "plan.xml,    text/xml,         '<x xmlns=\"http://www.w3.org/1999/xhtml\"/>'",
        "list.csv,    text/csv,         'MZ\u0000\u0003'",
        "a.zip,       application/zip,  Rar!"
    })
    void refusesWhatDoesNotAgree(String name, String declared, String content) {
        assertThatThrownBy(() -> check(name, declared, content.getBytes(StandardCharsets.ISO_8859_1)))
                .isInstanceOf(RuleViolation.class)
                .hasMessage("foundation.attachment.typeMismatch");
    }

    @Test
    void readsChineseTextInEitherEncoding() throws IOException {
        var text = "序号,名称\n1,主轴\n".repeat(2000);

        check("a.csv", "text/csv", text.getBytes(StandardCharsets.UTF_8));
        check("a.csv", "text/csv", text.getBytes(Charset.forName("GB18030")));
        check("a.csv", "text/csv", ("\ufeff" + text).getBytes(StandardCharsets.UTF_16LE));
    }

    @Test
    void refusesNothing() {
        assertThatThrownBy(() -> check("a.txt", "text/plain", new byte[0])).hasMessage("foundation.attachment.empty");
    }

    private static CheckedContent check(String name, @Nullable String declared, byte[] content) throws IOException {
        return CheckedContent.of(name, declared, new ByteArrayInputStream(content));
    }
}
