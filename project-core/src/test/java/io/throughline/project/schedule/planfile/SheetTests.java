package io.throughline.project.schedule.planfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.throughline.project.schedule.planfile.PlanFileLink.Lag;
import io.throughline.project.schedule.planfile.PlanFileLink.Type;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SheetTests {
    private static final String CHINESE = """
            标识号,任务名称,大纲级别,工期,开始时间,完成时间,前置任务,完成百分比,资源名称,里程碑,安装区域
            1,一期,1,,,,,,,,
            2,设备安装,2,5 个工作日,2026-03-02,2026-03-06,,100%,"王工[50%],李四",否,东
            3,单机调试,2,3d,2026年3月9日 8:00,2026年3月11日 17:00,2FS,40%,王工,否,西
            4,验收,2,0d,2026-03-13,,"3FS+2d;2SS",0,,是,
            """;

    @ParameterizedTest
    @CsvSource({
        "UTF-8,false,','",
        "UTF-8,true,;",
        "GB18030,false,','",
        "UTF-16LE,true,'\t'",
        "UTF-16BE,true,','",
        "UTF-16LE,false,;"
    })
    void readsChineseTablesInEveryUsualEncodingAndSeparator(String charset, boolean mark, char separator) {
        var text = separator == ',' ? CHINESE : separated(separator);
        var plan = PlanFiles.read("计划.csv", ((mark ? "\uFEFF" : "") + text).getBytes(Charset.forName(charset)));
        assertThat(plan.tasks())
                .extracting(PlanFileTask::name, PlanFileTask::start, PlanFileTask::finish, PlanFileTask::milestone)
                .containsExactly(
                        tuple("一期", time("2026-03-02T08:00"), time("2026-03-13T17:00"), false),
                        tuple("设备安装", time("2026-03-02T08:00"), time("2026-03-06T17:00"), false),
                        tuple("单机调试", time("2026-03-09T08:00"), time("2026-03-11T17:00"), false),
                        tuple("验收", time("2026-03-13T17:00"), time("2026-03-13T17:00"), true));
        assertThat(plan.tasks().get(0).summary()).isTrue();
        assertThat(plan.tasks().get(2).percentComplete()).isEqualTo(40);
        assertThat(plan.links())
                .containsExactly(
                        new PlanFileLink(2, 3, Type.FINISH_TO_START, Lag.NONE),
                        new PlanFileLink(3, 4, Type.FINISH_TO_START, new Lag(Lag.Unit.WORKING, 960)),
                        new PlanFileLink(2, 4, Type.START_TO_START, Lag.NONE));
        assertThat(plan.resources()).extracting(PlanFileResource::name).containsExactly("王工", "李四");
        assertThat(plan.assignments()).contains(new PlanFileAssignment(2, 1, 50, 1200));
        assertThat(plan.report().notTaken())
                .extracting(ReadReport.NotTaken::code, n -> n.names().toString())
                .containsExactly(tuple("project.schedule.file.left.columns", "[安装区域]"));
    }

    @Test
    void readsThreePointsAndReportsThoseOutOfOrder() {
        var plan = csv("""
                ID,Name,Start,Duration,乐观（天）,Most likely,悲观工期
                1,Design,2026-03-02,3d,2,3d,1w
                2,Buy,2026-03-02,3d,5,3,8
                3,Build,2026-03-02,3d,,3,8
                """);

        assertThat(plan.tasks())
                .extracting(task -> task.timing().estimate())
                .containsExactly(new PlanFileTask.Estimate(960, 1440, 2400), null, null);
        assertThat(plan.report().problems()).hasSize(1);
    }

    @Test
    void reportsEachBadRowAndKeepsTheGoodOnes() {
        var plan = csv("""
                ID,Name,Start,Finish,Predecessors,% Complete
                1,Good,2026-03-02,2026-03-03,,50
                2,Bad date,2026-02-30,,,
                3,,2026-03-02,2026-03-03,,
                4,Backwards,2026-03-09,2026-03-02,,
                5,Half bad,2026-03-02,2026-03-03,"1,99,5XX+1d",150
                """);
        assertThat(plan.tasks()).extracting(PlanFileTask::name).containsExactly("Good", "Bad date", "Half bad");
        assertThat(plan.report().problems())
                .extracting(
                        ReadReport.RowProblem::row,
                        ReadReport.RowProblem::column,
                        p -> p.code().replaceAll(".*\\.", ""),
                        ReadReport.RowProblem::value,
                        ReadReport.RowProblem::rowLost)
                .containsExactly(
                        tuple(3, "Start", "badDate", "2026-02-30", false),
                        tuple(4, "Name", "noName", "", true),
                        tuple(5, "Finish", "finishBeforeStart", "2026-03-09T08:00 → 2026-03-02T17:00", true),
                        tuple(6, "% Complete", "badPercent", "150", false),
                        tuple(6, "Predecessors", "unknownPredecessor", "99", false),
                        tuple(6, "Predecessors", "unknownPredecessor", "5xx", false));
        assertThat(plan.report().problemCount()).isEqualTo(6);
    }

    @Test
    void leavesRowsWithoutDatesToTheEngine() {
        var plan = csv("""
                WBS,Name,Duration,Predecessors,% Complete
                1,Line,,,
                1.1,Design,3d,,40
                1.2,Order,,2,
                1.3,Delivered,0d,3FS+2d,
                1.4,Drawn before,1d,,100
                """);
        assertThat(plan.start()).isNull();
        assertThat(plan.tasks())
                .extracting(
                        PlanFileTask::start,
                        PlanFileTask::durationMinutes,
                        PlanFileTask::milestone,
                        PlanFileTask::percentComplete)
                .containsExactly(
                        tuple(null, null, false, 0.0),
                        tuple(null, 1440L, false, 40.0),
                        tuple(null, 480L, false, 0.0),
                        tuple(null, 0L, true, 0.0),
                        tuple(null, 480L, false, 0.0));
        assertThat(plan.links()).hasSize(2);
        assertThat(plan.report().problems())
                .extracting(
                        ReadReport.RowProblem::row,
                        p -> p.code().replaceAll(".*\\.", ""),
                        ReadReport.RowProblem::rowLost)
                .containsExactly(tuple(6, "noDates", false));
    }

    @Test
    void findsTheHierarchyByWbsAndByIndentation() {
        var byNumber = csv(
                "WBS,Task name,Start,Finish\n1,A,2026-03-02,2026-03-03\n1.1,B,2026-03-02,2026-03-03\n2,C,2026-03-02,2026-03-03\n");
        assertThat(byNumber.tasks())
                .extracting(PlanFileTask::name, PlanFileTask::outlineLevel, PlanFileTask::summary)
                .containsExactly(tuple("A", 1, true), tuple("B", 2, false), tuple("C", 1, false));
        var byBlanks = csv(
                "任务名称,开始,完成\nA,2026-03-02,2026-03-03\n　B,2026-03-02,2026-03-03\n　　C,2026-03-02,2026-03-03\nD,2026-03-02,2026-03-03\n");
        assertThat(byBlanks.tasks())
                .extracting(PlanFileTask::name, PlanFileTask::outlineLevel)
                .containsExactly(tuple("A", 1), tuple("B", 2), tuple("C", 3), tuple("D", 1));
    }

    @Test
    void completesWhatFollowsFromTheOtherTwo() {
        var plan =
                csv("Name,Start,Finish,Duration\nA,2026-03-06 16:00,,2h\nB,,2026-03-06,5d\nC,2026-03-02,2026-03-03,\n");
        assertThat(plan.tasks())
                .extracting(PlanFileTask::start, PlanFileTask::finish, PlanFileTask::durationMinutes)
                .containsExactly(
                        tuple(time("2026-03-06T16:00"), time("2026-03-09T09:00"), 120L),
                        tuple(time("2026-03-02T08:00"), time("2026-03-06T17:00"), 2400L),
                        tuple(time("2026-03-02T08:00"), time("2026-03-03T17:00"), 960L));
    }

    @Test
    void keepsTextThatLooksLikeAFormulaAsText() {
        var plan = csv("Name,Start,Finish,Notes\n\"=cmd|' /C calc'!A0\",2026-03-02,2026-03-03,+1+1\n");
        assertThat(plan.tasks().get(0).name()).isEqualTo("=cmd|' /C calc'!A0");
        assertThat(plan.tasks().get(0).notes()).isEqualTo("+1+1");
    }

    @Test
    void leavesOutLinksThatRunInACircle() {
        var plan = csv("""
                ID,WBS,Name,Start,Finish,Predecessors
                1,1,Summary,2026-03-02,2026-03-06,3
                2,1.1,Inside,2026-03-02,2026-03-03,
                3,2,Outside,2026-03-04,2026-03-05,2
                4,3,Free,2026-03-04,2026-03-05,3
                """);
        assertThat(plan.links()).containsExactly(new PlanFileLink(3, 4, Type.FINISH_TO_START, Lag.NONE));
        assertThat(plan.report().problems())
                .extracting(p -> p.code().replaceAll(".*\\.", ""))
                .containsExactly("linkCircle", "linkCircle");
    }

    @Test
    void readsWorkbooksWithRealDatesPercentagesAndFormulas() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "test", "1.0")) {
            workbook.newWorksheet("封面").value(0, 0, "灌装线");
            var sheet = workbook.newWorksheet("计划");
            var heading = new String[] {"Name", "Start", "Finish", "% Complete", "Duration", "Notes"};
            for (int i = 0; i < heading.length; i++) {
                sheet.value(2, i, heading[i]);
            }
            sheet.value(3, 0, "安装");
            sheet.value(3, 1, LocalDateTime.of(2026, 3, 2, 8, 0));
            sheet.style(3, 1).format("yyyy-mm-dd hh:mm").set();
            sheet.value(3, 2, LocalDateTime.of(2026, 3, 6, 0, 0));
            sheet.style(3, 2).format("yyyy/m/d").set();
            sheet.value(3, 3, 0.25);
            sheet.style(3, 3).format("0%").set();
            sheet.value(3, 4, 5);
            sheet.formula(3, 5, "HYPERLINK(\"http://127.0.0.1/\",\"x\")");
        }
        var plan = PlanFiles.read("plan.xlsx", bytes.toByteArray());
        assertThat(plan.tasks()).singleElement().satisfies(task -> {
            assertThat(task.name()).isEqualTo("安装");
            assertThat(task.row()).isEqualTo(4);
            assertThat(task.start()).isEqualTo("2026-03-02T08:00");
            assertThat(task.finish()).isEqualTo("2026-03-06T17:00");
            assertThat(task.percentComplete()).isEqualTo(25);
            assertThat(task.durationMinutes()).isEqualTo(2400);
            assertThat(task.notes()).isNull();
        });
        assertThat(plan.report().problems())
                .extracting(ReadReport.RowProblem::row, ReadReport.RowProblem::column)
                .containsExactly(tuple(4, "Notes"));
    }

    private static String separated(char separator) {
        return CHINESE.replace(';', '、')
                .replace("\"王工[50%],李四\"", "\"王工[50%]、李四\"")
                .replace(',', separator);
    }

    private static PlanFile csv(String text) {
        return PlanFiles.read("plan.csv", text.getBytes(StandardCharsets.UTF_8));
    }

    private static LocalDateTime time(String text) {
        return LocalDateTime.parse(text);
    }
}
