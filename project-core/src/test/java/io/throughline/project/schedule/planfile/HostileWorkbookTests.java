package io.throughline.project.schedule.planfile;

import static io.throughline.project.schedule.planfile.Refusals.assertRefused;
import static io.throughline.project.schedule.planfile.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class HostileWorkbookTests {

    @Test
    void refusesAZipBombWithoutUnpackingIt() throws IOException {
        var bomb = workbook(out -> {
            out.write("<worksheet>".getBytes(StandardCharsets.UTF_8));
            var blanks = new byte[1 << 20];
            Arrays.fill(blanks, (byte) ' ');
            for (int i = 0; i < 2_000; i++) {
                out.write(blanks);
            }
        });
        assertThat(bomb.length).isLessThan(4 << 20);
        long start = System.nanoTime();
        assertRefused("plan.xlsx", bomb, "unpackedTooLarge");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void countsWhatIsUnpackedWhateverTheDirectorySays() throws IOException {
        var bomb = workbook(out -> {
            out.write("<worksheet>".getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < 1_500_000; i++) {
                out.write("<!-- -->          ".getBytes(StandardCharsets.UTF_8));
            }
        });
        // the directory's uncompressed sizes, overwritten by small ones
        for (int i = 0; i + 46 < bomb.length; i++) {
            if (bomb[i] == 'P' && bomb[i + 1] == 'K' && bomb[i + 2] == 1 && bomb[i + 3] == 2) {
                bomb[i + 24] = 100;
                bomb[i + 25] = bomb[i + 26] = bomb[i + 27] = 0;
            }
        }
        var refusal = refusal("plan.xlsx", bomb);
        assertThat(refusal.code()).matches(".*(unpackedTooLarge|zipBroken)");
    }

    @Test
    void refusesTooManyPartsAndSheetsWithTooManyColumnsOrRows() throws IOException {
        var parts = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(parts)) {
            for (int i = 0; i < 60; i++) {
                zip.putNextEntry(new ZipEntry("xl/" + i));
            }
        }
        assertRefused("plan.xlsx", parts.toByteArray(), "zipTooManyParts");
        assertRefused("plan.xlsx", sheet("<row r='1'><c r='NTP1' t='str'><v>x</v></c></row>"), "tooManyColumns");
        assertRefused("plan.xlsx", sheet("<row r='1'><c r='ZZZZZZZ1'><v>1</v></c></row>"), "notXlsx");
        assertRefused("plan.xlsx", sheet("<row r='2000000000'><c r='A1'><v>1</v></c></row>"), "tooManyTasks");
        assertRefused("plan.xlsx", sheet("<row r='-1'><c r='A1'><v>1</v></c></row>"), "notXlsx");
        assertRefused("plan.xlsx", sheet("<row>" + "<c><v>1</v></c>".repeat(10_000) + "</row>"), "tooManyColumns");
        assertRefused("plan.csv", "Name,Start" + ",x".repeat(10_000), "tooManyColumns");
        assertRefused("plan.csv", "Name,Start\n" + "a,2026-03-02\n".repeat(3_000), "tooManyTasks");
    }

    @Test
    void refusesEntitiesInsideAWorkbook() throws IOException {
        var file = workbook(out ->
                out.write("<!DOCTYPE x [<!ENTITY a 'b'>]><worksheet>&a;</worksheet>".getBytes(StandardCharsets.UTF_8)));
        assertRefused("plan.xlsx", file, "xmlDoctype");
    }

    private interface Content {
        void write(ZipOutputStream out) throws IOException;
    }

    private static byte[] sheet(String rows) throws IOException {
        return workbook(out -> out.write(
                ("<worksheet><sheetData>" + rows + "</sheetData></worksheet>").getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] workbook(Content sheet) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var name : new String[] {"[Content_Types].xml", "_rels/.rels", "xl/workbook.xml"}) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write("<x/>".getBytes(StandardCharsets.UTF_8));
            }
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            sheet.write(zip);
        }
        return bytes.toByteArray();
    }
}
