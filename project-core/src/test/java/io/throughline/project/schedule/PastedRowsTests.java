package io.throughline.project.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.NotAllowed;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectFixtures;
import io.throughline.project.schedule.PasteRows.Place;
import io.throughline.project.schedule.PasteRows.References;
import io.throughline.project.schedule.network.Effort;
import io.throughline.test.CoreTest;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;

@CoreTest
@Import(ProjectFixtures.class)
class PastedRowsTests {

    @Autowired
    ProjectFixtures given;

    @Autowired
    PastedRows pasted;

    @Autowired
    Tasks tasks;

    @Autowired
    TaskQueries queries;

    @Autowired
    PlanHistory history;

    @Autowired
    TransactionTemplate transactions;

    private Viewer pm;
    private String key;

    @BeforeEach
    void aPlan() {
        pm = given.a(Role.PROJECT_MANAGER);
        key = given.aProject(pm).key();
    }

    @Test
    void takesAChineseSheetWithItsHeadingOutlineAndLinks() {
        var outcome = paste("""
                标识号\t任务名称\t工期\t前置任务\t资源名称\t完成百分比
                1\t准备\t
                2\t  设计\t5 个工作日\t\t%s
                3\t  采购\t3天\t2FS+2d
                4\t开工\t0\t3
                """.formatted(pm.name()));

        assertThat(outcome.sheet().isHeaded()).isTrue();
        assertThat(outcome.numbers()).containsExactly(1, 2, 3, 4);
        assertThat(lines())
                .containsExactly(
                        "1 准备 2026-03-02/2026-03-13 []",
                        "1.1 设计 2026-03-02/2026-03-06 []",
                        "1.2 采购 2026-03-11/2026-03-13 [2FS+2d]",
                        "2 开工 2026-03-13/2026-03-13 [3]");
        assertThat(queries.require(pm, key, 2).assigneeName()).isEqualTo(pm.name());
        assertThat(queries.require(pm, key, 2).effortMinutes())
                .as("who is responsible works on it")
                .isEqualTo(5 * 480);
        assertThat(queries.require(pm, key, 4).kind()).isEqualTo(TaskKind.MILESTONE);
    }

    @Test
    void takesTimeByTheClockAndTaskTypes() {
        paste("任务名称\t工期\t任务类型\t前置任务\n浇筑\t1d\t固定工期\n养护\t4ed\t\t1\n拆模\t1d\t\t2");

        assertThat(queries.outline(pm, key))
                .extracting(TaskRow::durationText, TaskRow::effortType)
                .containsExactly(
                        tuple("1", Effort.Type.FIXED_DURATION),
                        tuple("4ed", Effort.Type.FIXED_UNITS),
                        tuple("1", Effort.Type.FIXED_UNITS));
        assertThat(lines().get(1)).as("over days and nights").isEqualTo("2 养护 2026-03-02/2026-03-06 [1]");

        save(new PasteRows("三点估算\n3ed/4ed/7ed", 2, Place.OVER, null, null, null));
        assertThat(queries.require(pm, key, 2).pessimisticMinutes()).isEqualTo(7 * 1440);

        save(new PasteRows("工期\t任务类型\n2d\tFixed work", 2, Place.OVER, null, null, null));

        var task = queries.require(pm, key, 2);
        assertThat(task.pessimisticMinutes()).as("seven days as before").isEqualTo(7 * 480);
        assertThat(task.elapsed()).isFalse();
        assertThat(task.durationText()).isEqualTo("2");
        assertThat(task.effortType()).isEqualTo(Effort.Type.FIXED_WORK);
        assertThat(lines().get(1)).isEqualTo("2 养护 2026-03-03/2026-03-04 [1]");
    }

    @Test
    void takesColumnsInTheirUsualOrderWithoutAHeading() {
        paste("Design\t5d\t2026-03-09\t\t\nBuild\t2w\t\t\t1SS+50%");

        assertThat(lines())
                .containsExactly("1 Design 2026-03-09/2026-03-13 []", "2 Build 2026-03-11/2026-03-25 [1SS+50%]");
        assertThat(queries.require(pm, key, 1).constraintType()).isEqualTo(ConstraintType.SNET);
    }

    @Test
    void arrangesByLevelOrByCode() {
        paste("Level\tName\n1\tA\n2\tB\n3\tC\n2\tD");
        paste("WBS\tName\n1\tE\n1.1\tF\n2\tG");

        assertThat(queries.outline(pm, key))
                .extracting(row -> row.wbs() + " " + row.name())
                .containsExactly("1 A", "1.1 B", "1.1.1 C", "1.2 D", "2 E", "2.1 F", "3 G");
    }

    @Test
    void standsBelowTheRowItIsPastedAt() {
        paste("A\nB\n C\nD");

        save(new PasteRows("X\nY", 2, Place.BELOW, null, null, null));
        save(new PasteRows("Z", 3, Place.BELOW, null, null, null));

        assertThat(queries.outline(pm, key))
                .extracting(row -> row.wbs() + " " + row.name())
                .containsExactly("1 A", "2 B", "2.1 C", "2.2 Z", "3 X", "4 Y", "5 D");
    }

    @Test
    void meansTasksOfThePlanUnlessToldOtherwise() {
        paste("A\t2d\nB\t2d");

        save(new PasteRows("C\t1d\t\t\t2", null, null, null, null, null));
        save(new PasteRows("D\t1d\nE\t1d\t\t\t1\nF\t1d\t\t\t" + key + "-1", null, null, null, References.ROWS, null));

        assertThat(queries.outline(pm, key))
                .extracting(row -> row.name()
                        + row.predecessors().stream().map(PredecessorView::text).toList())
                .containsExactly("A[]", "B[]", "C[2]", "D[]", "E[4]", "F[1]");
    }

    @Test
    void writesOverTheCellsThatAreThere() {
        paste("A\t2d\nB\t2d\t\t\t1\nC\t2d\t\t\t2");

        var columns = List.of(PlanColumn.DURATION, PlanColumn.SUCCESSORS, PlanColumn.PREDECESSORS);
        var outcome = save(new PasteRows("4d\tx\t\n\tx\t1SS", 2, Place.OVER, columns, null, null));

        assertThat(outcome.numbers()).containsExactly(2, 3);
        assertThat(lines())
                .containsExactly(
                        "1 A 2026-03-02/2026-03-03 []",
                        "2 B 2026-03-04/2026-03-09 [1]",
                        "3 C 2026-03-02/2026-03-03 [1SS]");
    }

    @Test
    void isTakenBackAndMadeAgainAsOne() {
        paste("A\t2d\nB\t2d\t\t\t1\n C\t2d\t\t\t\t" + pm.name());
        var whole = lines();

        history.undo(pm, key);
        assertThat(lines()).isEmpty();
        history.redo(pm, key);
        assertThat(lines()).isEqualTo(whole);

        save(new PasteRows("5d\n6d", 1, Place.OVER, List.of(PlanColumn.DURATION), null, null));
        history.undo(pm, key);
        assertThat(lines()).isEqualTo(whole);
    }

    @Test
    void namesEachCellThatCannotBeTakenAndDoesNothing() {
        var outcome = paste("""
                名称\t工期\t开始\t前置任务\t负责人\t完成%
                设计\t快\t2026-13-40\t9\t某人\t150
                \t3d
                """);

        assertThat(outcome.change()).isNull();
        assertThat(faults(outcome.sheet()))
                .containsExactly(
                        "project.schedule.notADuration",
                        "project.schedule.notADay",
                        "project.schedule.paste.unknownTask",
                        "project.schedule.paste.unknownPerson",
                        "project.schedule.percentRange",
                        "project.schedule.nameNeeded");
        assertThat(outcome.sheet().rows().get(0).cells().get(1).text()).isEqualTo("快");
        assertThat(lines()).isEmpty();
    }

    @Test
    void namesTheLinkThatClosesACircle() {
        assertThat(faults(paste("A\t1d\t\t\t2\nB\t1d\t\t\t1").sheet()))
                .containsExactly("project.schedule.cyclicDependency");
        assertThat(faults(paste("A\t\t\t\t2\n B\t1d").sheet()))
                .as("a summary after its own part")
                .containsExactly("project.schedule.cyclicDependency");

        paste("A\t1d\nB\t1d\t\t\t1");
        var over = new PasteRows("2", 1, Place.OVER, List.of(PlanColumn.PREDECESSORS), null, null);
        assertThat(faults(pasted.check(pm, key, over))).containsExactly("project.schedule.cyclicDependency");
    }

    @Test
    void passesOverWhatFollowsFromTheRowsBelow() {
        var sheet = pasted.check(pm, key, block("总\t9d\t2026-03-02\n 分\t2d"));

        assertThat(sheet.rows().get(0).cells())
                .extracting(PastedSheet.Cell::ignored)
                .containsExactly(false, true, true);
        assertThat(sheet.faults()).isZero();
        assertThat(sheet.created()).isEqualTo(2);
    }

    @Test
    void saysWhichRowBreaksARuleOfThePlan() {
        paste("A\t1d");
        tasks.delete(pm, key, 1);
        paste("B\t1d\t2026-03-02");
        var over = new PasteRows("100%\tx", 2, Place.OVER, List.of(PlanColumn.PERCENT), null, null);
        save(over);
        var done = new PasteRows("2026-05-01", 2, Place.OVER, List.of(PlanColumn.START), null, null);

        var outcome = transactions.execute(status -> save(done));

        assertThat(faults(Objects.requireNonNull(outcome).sheet())).containsExactly("project.schedule.doneLies");
    }

    @Test
    void belongsToWhoLeads() {
        var stranger = given.a(Role.PROJECT_MANAGER);

        assertThatThrownBy(() -> pasted.save(stranger, key, block("A"))).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> pasted.save(pm, key, block(" \n "))).isInstanceOf(RuleViolation.class);
    }

    @Test
    void takesFiveHundredRows() {
        var text = IntStream.rangeClosed(1, 500)
                .mapToObj(row -> (row % 10 == 1 ? "" : "  ") + "任务 " + row + "\t" + (row % 5 + 1) + "d\t\t\t"
                        + (row % 10 > 2 ? row - 1 : "") + "\t" + (row % 10 > 1 ? pm.name() : ""))
                .collect(Collectors.joining("\n"));

        var outcome = paste(text);

        assertThat(outcome.numbers()).hasSize(500);
        assertThat(queries.outline(pm, key)).hasSize(500).allMatch(row -> row.plannedStart() != null);
        history.undo(pm, key);
        assertThat(queries.outline(pm, key)).isEmpty();
    }

    private static List<String> faults(PastedSheet sheet) {
        return sheet.rows().stream()
                .flatMap(row -> java.util.stream.Stream.concat(
                        row.cells().stream().map(PastedSheet.Cell::fault),
                        java.util.stream.Stream.ofNullable(row.fault())))
                .filter(Objects::nonNull)
                .map(PastedSheet.Fault::key)
                .toList();
    }

    private PastedRows.Outcome paste(String text) {
        return save(block(text));
    }

    private PastedRows.Outcome save(PasteRows command) {
        return pasted.save(pm, key, command);
    }

    private static PasteRows block(String text) {
        return new PasteRows(text, null, null, null, null, null);
    }

    private List<String> lines() {
        return queries.outline(pm, key).stream()
                .map(row -> row.wbs() + " " + row.name() + " " + day(row.plannedStart()) + "/"
                        + day(row.plannedFinish())
                        + " "
                        + row.predecessors().stream().map(PredecessorView::text).toList())
                .toList();
    }

    private static String day(java.time.@Nullable LocalDateTime time) {
        return time == null ? "" : time.toLocalDate().toString();
    }
}
