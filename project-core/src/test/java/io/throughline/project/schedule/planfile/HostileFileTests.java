package io.throughline.project.schedule.planfile;

import static io.throughline.project.schedule.planfile.Refusals.assertRefused;
import static io.throughline.project.schedule.planfile.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class HostileFileTests {

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
}
