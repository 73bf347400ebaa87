package io.throughline.project.schedule.planfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class HostileFileTests {
    private static final PlanFileLimits SMALL =
            new PlanFileLimits(8 << 20, 16 << 20, 50, 100, 40, 300_000, 2_000, 100, Duration.ofSeconds(20), 2);

    @ParameterizedTest
    @CsvSource({
        "plan.mpp, <Project/>, contentDiffers",
        "plan.xml, 'ID,Name', contentDiffers",
        "plan.csv, <Project/>, contentDiffers",
        "plan.xlsx, 'ID,Name', contentDiffers",
        "plan.exe, MZ, unknownType",
        "plan, x, unknownType",
        "../../etc/passwd, x, unknownType",
        "plan.xls, x, oldExcel",
        "plan.csv, 'no heading here', noHeading",
        "plan.csv, 'Name,Start', noTasks",
        "plan.csv, 'Name,Start\n\"open,2026-03-02', openQuote",
        "plan.xml, <html/>, unknownXml",
        "plan.xml, <Project xmlns='http://schemas.microsoft.com/project'/>, noTasks",
        "plan.xml, <Project><Tasks></Project>, xmlBroken",
        "plan.xml, '<?xml version=\"1.0\"?>', xmlBroken",
        "plan.xer, 'ERMHDR\t1', broken"
    })
    void refusesWhatIsNotWhatItSays(String name, String content, String code) {
        assertRefused(name, content.getBytes(StandardCharsets.UTF_8), code);
    }

    @Test
    void refusesAnEmptyFileAndOneThatIsTooLarge() {
        assertRefused("plan.csv", new byte[0], "empty");
        assertRefused("plan.csv", new byte[(8 << 20) + 1], "tooLarge");
    }

    @Test
    void neverOpensWhatAnXmlEntityNames() throws IOException {
        try (var listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            listener.setSoTimeout(300);
            var url = "http://127.0.0.1:" + listener.getLocalPort() + "/x.dtd";
            assertRefused("plan.xml", "<!DOCTYPE Project SYSTEM \"" + url + "\"><Project/>", "xmlDoctype");
            assertRefused(
                    "plan.xml",
                    "<!DOCTYPE Project [<!ENTITY a SYSTEM \"" + url + "\">]><Project><Title>&a;</Title></Project>",
                    "xmlDoctype");
            assertRefused(
                    "plan.xml",
                    "<!DOCTYPE Project [<!ENTITY % a SYSTEM \"" + url + "\"> %a;]><Project/>",
                    "xmlDoctype");
            assertThatThrownBy(listener::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void refusesEntityBombsInAnyEncoding(String charset) {
        var bomb = new StringBuilder("\uFEFF<!DOCTYPE Project [<!ENTITY a \"aaaaaaaaaa\">");
        for (char c = 'b'; c < 'k'; c++) {
            bomb.append("<!ENTITY ")
                    .append(c)
                    .append(" \"")
                    .append(("&" + (char) (c - 1) + ";").repeat(10))
                    .append("\">");
        }
        bomb.append("]><Project><Title>&j;</Title></Project>");
        assertRefused("plan.xml", bomb.toString().getBytes(java.nio.charset.Charset.forName(charset)), "xmlDoctype");
    }

    @Test
    void refusesXmlThatIsTooDeepOrTooLarge() {
        assertRefused("plan.xml", "<Project>" + "<a>".repeat(50_000), "xmlTooDeep");
        assertRefused("plan.xml", "<Project>" + "<a/>".repeat(400_000) + "</Project>", "xmlTooLarge");
        assertRefused("plan.xml", "<Project>" + "<Task/>".repeat(2_500) + "</Project>", "tooManyTasks");
    }

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

    @Test
    void saysThatAFileIsEncryptedOrOfAnOlderKind() throws IOException {
        assertRefused("plan.xlsx", compound("EncryptedPackage", "EncryptionInfo"), "encrypted");
        assertRefused("plan.mpp", compound("EncryptedPackage"), "encrypted");
        assertRefused("plan.mpp", compound("Workbook"), "oldExcel");
        assertRefused("plan.mpp", compound("WordDocument"), "notMpp");
        assertRefused("plan.mpp", compound("\u0001CompObj"), "notMpp");
    }

    @Test
    void refusesAPlanOfWhichOnlyTheShellIsThere() throws IOException {
        try (var container = new POIFSFileSystem()) {
            container
                    .getRoot()
                    .createDirectory("   114")
                    .createDocument("Props", new ByteArrayInputStream(new byte[64]));
            container.getRoot().createDocument("Props14", new ByteArrayInputStream(new byte[128]));
            container.getRoot().createDocument("\u0001CompObj", new ByteArrayInputStream(compObj("MSProject.MPP14")));
            var out = new ByteArrayOutputStream();
            container.writeFilesystem(out);
            assertThat(refusal("plan.mpp", out.toByteArray()).code()).matches(".*(broken|noTasks)");
            assertThat(refusal("plan.mpp", Arrays.copyOf(out.toByteArray(), 700))
                            .code())
                    .endsWith("broken");
        }
    }

    @Test
    void givesUpAfterTheDeadlineAndKeepsThePlaceUntilTheRunawayEnds() {
        var limits = new PlanFileLimits(1, 1, 1, 1, 1, 1, 1, 1, Duration.ofMillis(100), 1);
        var run = new BoundedRun(limits);
        var end = new CountDownLatch(1);
        var slow = catchThrowableOfType(
                PlanFileException.class, () -> run.call(() -> waitDeafly(end), Duration.ofMillis(100)));
        assertThat(slow.code()).endsWith("tooSlow");
        var busy = catchThrowableOfType(PlanFileException.class, () -> run.call(() -> 1, Duration.ofMillis(100)));
        assertThat(busy.code()).endsWith("busy");
        end.countDown();
        assertThat(retry(run)).isEqualTo(1);
    }

    /** Three times, with two places: each reader must have left its own. */
    @Test
    void stopsALibraryThatWouldCountDaysForHours() throws IOException {
        var limits = new PlanFileLimits(8 << 20, 8 << 20, 50, 100, 40, 300_000, 20_000, 100, Duration.ofSeconds(2), 2);
        var reader = new PlanFileReader(limits);
        var task = "<Task><UID>%d</UID><ID>%d</ID><Name>A</Name><Start>2026-03-%02dT08:00:00</Start>"
                + "<Duration>PT%dH0M0S</Duration></Task>";
        var tasks = new StringBuilder();
        for (int i = 1; i <= 10_000; i++) {
            tasks.append(task.formatted(i, i, 1 + i % 28, 80_000 + i % 28));
        }
        var file = Files.createTempFile("plan-test", ".xml");
        try {
            Files.writeString(file, "<Project><Tasks>" + tasks + "</Tasks></Project>");
            for (int i = 0; i < 3; i++) {
                assertThat(catchThrowableOfType(PlanFileException.class, () -> reader.read("plan.xml", file))
                                .code())
                        .endsWith(".tooSlow");
            }
            Files.writeString(file, "<Project><Tasks>" + task.formatted(1, 1, 2, 40) + "</Tasks></Project>");
            assertThat(reader.read("plan.xml", file).tasks()).hasSize(1);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    @Test
    void leavesADurationOutThatNobodyCanMean() {
        for (var absurd :
                new String[] {"PT2000000000H0M0S", "P99999999Y", "-PT9999999999H", "1e9", "PT8H".repeat(99)}) {
            var plan = PlanFiles.read(
                    "plan.xml",
                    ("<Project><Tasks><Task><UID>1</UID><ID>1</ID><Name>A</Name><Start>2026-03-02T08:00:00</Start>"
                                    + "<Duration>" + absurd + "</Duration></Task></Tasks></Project>")
                            .getBytes(StandardCharsets.UTF_8));
            assertThat(plan.tasks().get(0).durationMinutes()).as(absurd).isNull();
            assertThat(plan.report().notTaken())
                    .extracting(ReadReport.NotTaken::code)
                    .contains("project.schedule.file.left.unreadableParts");
        }
    }

    @Test
    void turnsLackOfMemoryIntoAReport() {
        var run = new BoundedRun(SMALL);
        var refusal = catchThrowableOfType(
                PlanFileException.class, () -> run.call(() -> new long[Integer.MAX_VALUE - 8], Duration.ofSeconds(20)));
        assertThat(refusal.code()).endsWith("tooMuchMemory");
    }

    private static Integer waitDeafly(CountDownLatch end) {
        boolean ended = false;
        while (!ended) {
            try {
                end.await();
                ended = true;
            } catch (InterruptedException e) {
                // a parser that does not heed interrupts
                ended = false;
            }
        }
        return 0;
    }

    private static Integer retry(BoundedRun run) {
        for (int i = 0; i < 50; i++) {
            try {
                return run.call(() -> 1, Duration.ofMillis(100));
            } catch (PlanFileException e) {
                assertThat(e.code()).endsWith("busy");
            }
        }
        return -1;
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

    private static byte[] compound(String... documents) throws IOException {
        try (var container = new POIFSFileSystem()) {
            for (var name : documents) {
                container.getRoot().createDocument(name, new ByteArrayInputStream(new byte[] {1, 2, 3}));
            }
            var out = new ByteArrayOutputStream();
            container.writeFilesystem(out);
            return out.toByteArray();
        }
    }

    static byte[] compObj(String format) {
        var head = new byte[28];
        var name = "Microsoft Project\0".getBytes(StandardCharsets.US_ASCII);
        var kind = (format + "\0").getBytes(StandardCharsets.US_ASCII);
        var buffer = java.nio.ByteBuffer.allocate(28 + 4 + name.length + 4 + kind.length)
                .order(java.nio.ByteOrder.LITTLE_ENDIAN);
        buffer.put(head).putInt(name.length).put(name).putInt(kind.length).put(kind);
        return buffer.array();
    }

    private static void assertRefused(String name, String content, String code) {
        assertRefused(name, content.getBytes(StandardCharsets.UTF_8), code);
    }

    private static void assertRefused(String name, byte[] content, String code) {
        assertThat(refusal(name, content).code()).isEqualTo("project.schedule.file.error." + code);
    }

    private static PlanFileException refusal(String name, byte[] content) {
        var refusal = catchThrowableOfType(PlanFileException.class, () -> PlanFiles.read(SMALL, name, content));
        assertThat(refusal).as(name).isNotNull();
        return refusal;
    }
}
