package io.throughline.project.schedule.planfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Valid files changed at random, cut short, or replaced by noise: a plan or a report comes out, nothing else. */
@Timeout(240)
class FuzzTests {
    private static final PlanFileLimits LIMITS =
            new PlanFileLimits(4 << 20, 16 << 20, 100, 100, 40, 300_000, 5_000, 200, Duration.ofSeconds(20), 4);
    private static final int ROUNDS = 120;

    enum Seed {
        MSPDI("plan.xml"),
        XLSX("plan.xlsx"),
        CSV("plan.csv"),
        GB18030("plan.csv"),
        MPP("plan.mpp"),
        XER("plan.xer");

        private final String fileName;

        Seed(String fileName) {
            this.fileName = fileName;
        }

        byte[] content() throws IOException {
            return switch (this) {
                case MSPDI -> PlanFiles.mspdi(PlanFiles.bottlingLine());
                case XLSX -> workbook();
                case CSV -> table().getBytes(StandardCharsets.UTF_8);
                case GB18030 -> table().getBytes(Charset.forName("GB18030"));
                case MPP -> shell();
                case XER ->
                    "ERMHDR\t19.12\t2026-03-02\tProject\r\n%T\tPROJECT\r\n%F\tproj_id\tproj_short_name\r\n%R\t1\tHTC\r\n%T\tTASK\r\n%F\ttask_id\tproj_id\ttask_name\r\n%R\t5\t1\tTest\r\n%E\r\n"
                            .getBytes(StandardCharsets.UTF_8);
            };
        }
    }

    @ParameterizedTest
    @EnumSource(Seed.class)
    void onlyReportsComeOut(Seed seed) throws IOException {
        var content = seed.content();
        var random = new Random(20261121L + seed.ordinal());
        int plans = 0;
        int reports = 0;
        for (int round = 0; round < ROUNDS; round++) {
            var bytes = round == 0 ? content : changed(content, random);
            try {
                var plan = PlanFiles.read(LIMITS, seed.fileName, bytes);
                assertThat(plan.report().problems()).hasSizeLessThanOrEqualTo(500);
                plans++;
            } catch (PlanFileException e) {
                assertThat(e.code()).startsWith("project.schedule.file.error.");
                assertThat(e.code()).as("round " + round).doesNotEndWith("tooSlow");
                reports++;
            }
        }
        assertThat(plans + reports).isEqualTo(ROUNDS);
        assertThat(reports).as("some changes must break the file").isPositive();
    }

    private static byte[] changed(byte[] content, Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> Arrays.copyOf(content, 1 + random.nextInt(content.length));
            case 1 -> noise(content, random);
            case 2 -> doubled(content, random);
            default -> flipped(content, random);
        };
    }

    private static byte[] flipped(byte[] content, Random random) {
        var bytes = content.clone();
        for (int i = 1 + random.nextInt(20); i > 0; i--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    private static byte[] noise(byte[] content, Random random) {
        var bytes = new byte[random.nextInt(5_000) + 8];
        random.nextBytes(bytes);
        System.arraycopy(content, 0, bytes, 0, Math.min(8, content.length));
        return bytes;
    }

    private static byte[] doubled(byte[] content, Random random) {
        int from = random.nextInt(content.length);
        int length = random.nextInt(Math.min(2_000, content.length - from));
        var bytes = new byte[content.length + length];
        System.arraycopy(content, 0, bytes, 0, from + length);
        System.arraycopy(content, from, bytes, from + length, content.length - from);
        return bytes;
    }

    private static String table() {
        return """
                ID,任务名称,大纲级别,工期,开始,完成,前置任务,完成百分比,资源
                1,一期,1,,,,,,
                2,安装,2,5d,2026-03-02,2026-03-06,,100%,"王工[50%],李四"
                3,调试,2,3d,2026年3月9日 8:00,3/11/2026 5:00 PM,"2FS+2d,1SS",40%,王工
                """;
    }

    private static byte[] workbook() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "test", "1.0")) {
            var sheet = workbook.newWorksheet("计划");
            var rows = table().split("\n");
            for (int r = 0; r < rows.length; r++) {
                var cells = rows[r].split(",");
                for (int c = 0; c < cells.length; c++) {
                    sheet.value(r, c, cells[c]);
                }
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] shell() throws IOException {
        try (var container = new POIFSFileSystem()) {
            var data = container.getRoot().createDirectory("   114");
            var random = new Random(7);
            for (var name : new String[] {"TBkndTask", "TBkndRsc", "TBkndCal", "TBkndCons", "TBkndAssn"}) {
                var table = data.createDirectory(name);
                for (var part : new String[] {
                    "FixedMeta", "FixedData", "VarMeta", "Var2Data", "Fixed2Meta", "Fixed2Data", "Props"
                }) {
                    var bytes = new byte[600];
                    random.nextBytes(bytes);
                    table.createDocument(part, new ByteArrayInputStream(bytes));
                }
            }
            data.createDocument("Props", new ByteArrayInputStream(new byte[256]));
            container.getRoot().createDocument("Props14", new ByteArrayInputStream(new byte[512]));
            container
                    .getRoot()
                    .createDocument(
                            "\u0001CompObj", new ByteArrayInputStream(HostileFileTests.compObj("MSProject.MPP14")));
            var out = new ByteArrayOutputStream();
            container.writeFilesystem(out);
            return out.toByteArray();
        }
    }
}
