package io.throughline.web.project.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.CreateProject;
import io.throughline.project.lifecycle.Projects;
import io.throughline.project.lifecycle.Visibility;
import io.throughline.project.schedule.PasteRows;
import io.throughline.project.schedule.PastedRows;
import io.throughline.project.schedule.PlanColumn;
import io.throughline.project.schedule.PlanColumns;
import io.throughline.project.schedule.TaskQueries;
import io.throughline.project.schedule.TaskRow;
import io.throughline.test.SignInAs;
import io.throughline.test.WebTest;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The plan as a grid that many rows are typed and pasted into: a phase with design and purchase one after the other. */
@WebTest
class PlanGridPagesTests {

    private static final String PLAN = "/projects/GRID/schedule";
    private static final String API = "/api/v1/projects/GRID/tasks";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SignInAs as;

    @Autowired
    Projects projects;

    @Autowired
    PastedRows pasted;

    @Autowired
    PlanColumns columns;

    @Autowired
    TaskQueries queries;

    private Viewer pm;

    @BeforeEach
    void aPlan() {
        pm = as.create(Role.PROJECT_MANAGER);
        projects.create(
                pm,
                new CreateProject(
                        "表格",
                        "GRID",
                        null,
                        null,
                        true,
                        null,
                        Visibility.INTERNAL,
                        LocalDate.of(2026, 3, 2),
                        null,
                        null,
                        null,
                        null));
        pasted.save(pm, "GRID", new PasteRows("准备\n 设计\t5d\n 采购\t3d\t\t\t2", null, null, null, null, null));
    }

    @Test
    void showsTheColumnsThatAPersonChose() {
        assertThat(get(PLAN)).bodyText().contains("data-c=\"WBS\"").doesNotContain("data-c=\"EFFORT\"");

        assertThat(post(
                        PLAN + "/columns",
                        "order=wbs",
                        "order=effort",
                        "order=successors",
                        "order=calendar",
                        "shown=effort",
                        "shown=successors",
                        "shown=calendar",
                        "move=effort:down"))
                .redirectedUrl()
                .isEqualTo(PLAN + "/columns#effort");

        assertThat(columns.of(pm))
                .containsExactly(
                        PlanColumn.NUMBER,
                        PlanColumn.NAME,
                        PlanColumn.SUCCESSORS,
                        PlanColumn.EFFORT,
                        PlanColumn.CALENDAR);
        assertThat(get(PLAN))
                .bodyText()
                .contains("data-c=\"EFFORT\"", "data-f=\"effort\"")
                .doesNotContain("data-c=\"WBS\"", "data-f=\"duration\"");
        assertThat(get(PLAN + "/columns"))
                .hasStatusOk()
                .bodyText()
                .contains("后续任务")
                .contains("始终显示");
        assertThat(post(PLAN + "/columns/reset")).hasStatus(HttpStatus.FOUND);
        assertThat(columns.of(pm)).isEqualTo(PlanColumn.USUAL);
    }

    @Test
    void showsEveryColumnThereIs() {
        columns.choose(pm, Arrays.asList(PlanColumn.values()));

        var page = get(PLAN);

        assertThat(page).hasStatusOk();
        for (var column : PlanColumn.values()) {
            assertThat(page).bodyText().contains("data-c=\"" + column + "\"");
        }
        assertThat(page).bodyText().contains("固定投入比例");
    }

    @Test
    void typesTimeByTheClockAndTheTypeOfATaskIntoTheirCells() {
        columns.choose(pm, List.of(PlanColumn.DURATION, PlanColumn.EFFORT_TYPE));

        assertThat(grid("/projects/GRID/tasks/2/cells", "field=duration", "value=2ed", "seen=5"))
                .hasStatusOk();
        assertThat(grid(
                        "/projects/GRID/tasks/2/cells",
                        "field=effort_type",
                        "value=FIXED_DURATION",
                        "seen=FIXED_UNITS"))
                .hasStatusOk();

        var task = queries.require(pm, "GRID", 2);
        assertThat(task.elapsed()).isTrue();
        assertThat(task.durationMinutes()).isEqualTo(2880);
        assertThat(task.plannedFinish()).isEqualTo(LocalDate.of(2026, 3, 4).atTime(8, 0));
        assertThat(get(PLAN)).bodyText().contains(">2ed</span>", "data-v=\"FIXED_DURATION\"", "id=\"type-options\"");
        assertThat(get("/projects/GRID/tasks/2")).bodyText().contains("个连续日（24 小时）");
        assertThat(get("/projects/GRID/tasks/2/edit")).bodyText().contains("value=\"2ed\"");
        assertThat(get(PLAN + "/network")).bodyText().contains("2ed");
        assertThat(grid("/projects/GRID/tasks/2/cells", "field=duration", "value=3", "seen=5"))
                .as("somebody made it another meanwhile")
                .hasStatus(HttpStatus.CONFLICT);

        assertThat(grid("/projects/GRID/tasks/2/cells", "field=duration", "value=3", "seen=2ed"))
                .hasStatusOk();
        assertThat(queries.require(pm, "GRID", 2).durationText()).isEqualTo("3");
        assertThat(queries.require(pm, "GRID", 2).elapsed()).isFalse();
    }

    @Test
    void takesABlockFromTheGridAndSaysWhatItDid() {
        var answer = grid(
                PLAN + "/rows",
                "text=甲\t2d\n乙\t1d\t\t\t2",
                "at=1",
                "place=BELOW",
                "columns=NAME",
                "columns=DURATION",
                "columns=START",
                "columns=FINISH",
                "columns=PREDECESSORS");

        assertThat(answer).hasStatusOk().bodyJson().extractingPath("$.number").isEqualTo(4);
        assertThat(answer).bodyJson().extractingPath("$.moved").isEqualTo("已添加 2 行");
        assertThat(names()).containsExactly("准备", "设计", "采购", "甲", "乙");
        assertThat(grid(PLAN + "/undo"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.redo")
                .isEqualTo(true);
        assertThat(names()).containsExactly("准备", "设计", "采购");
        assertThat(grid(PLAN + "/redo"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.undo")
                .isEqualTo(true);
        assertThat(names()).hasSize(5);
    }

    @Test
    void showsEachCellThatCannotBeTakenWithItsTextAndTakesItCorrected() {
        var text = "名称\t工期\n测试\t很快\n上线\t1d";
        var look = post(PLAN + "/rows", "text=" + text, "look=true");

        assertThat(look)
                .hasStatusOk()
                .bodyText()
                .contains("name=\"fix-2-1\"", ">很快</textarea>", "不是工期", "有 1 处需要更正")
                .contains("测试\t很快\n上线\t1d");
        assertThat(names()).hasSize(3);

        assertThat(post(PLAN + "/rows", "text=" + text, "fix-2-1=2 天"))
                .redirectedUrl()
                .isEqualTo(PLAN + "?at=4");
        assertThat(names()).containsExactly("准备", "设计", "采购", "测试", "上线");
        assertThat(queries.require(pm, "GRID", 4).durationMinutes()).isEqualTo(960);
    }

    @Test
    void saysWhatABlockWouldBecome() {
        assertThat(post(PLAN + "/rows", "text=甲\n 乙", "look=true")).bodyText().contains("新增 2 行");
        assertThat(post(PLAN + "/rows", "text=x", "at=99", "look=true"))
                .bodyText()
                .contains("没有这个任务");
        assertThat(post(PLAN + "/rows", "text=")).hasStatusOk().bodyText().contains("error-summary");
        assertThat(get(PLAN + "/rows?at=2")).hasStatusOk().bodyText().contains("value=\"2\"");
    }

    @Test
    void copiesRowsByFormAndFromTheGrid() {
        assertThat(post(PLAN + "/copies", "numbers=1")).redirectedUrl().isEqualTo(PLAN + "?at=4");
        assertThat(names()).containsExactly("准备", "设计", "采购", "准备", "设计", "采购");
        assertThat(grid(PLAN + "/copies", "numbers=2,3", "after=6")).hasStatusOk();
        assertThat(names()).hasSize(8);
        assertThat(grid(PLAN + "/copies", "numbers=77")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @Test
    void undoesAndMakesAgainByButtonsWithoutScript() {
        assertThat(get(PLAN)).bodyText().contains("action=\"" + PLAN + "/undo\"");
        assertThat(post(PLAN + "/undo")).redirectedUrl().isEqualTo(PLAN);
        assertThat(names()).isEmpty();
        assertThat(post(PLAN + "/undo")).redirectedUrl().isEqualTo(PLAN);
        assertThat(grid(PLAN + "/undo"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("没有可撤销的更改");
        assertThat(post(PLAN + "/redo")).redirectedUrl().isEqualTo(PLAN);
        assertThat(names()).hasSize(3);
    }

    @Test
    void keepsTheWorkOfTwoPeopleInOneRow() {
        assertThat(cell("name", "方案设计", "设计")).hasStatusOk();
        assertThat(cell("duration", "6d", "5")).hasStatusOk();
        assertThat(queries.require(pm, "GRID", 2).name()).isEqualTo("方案设计");
        assertThat(queries.require(pm, "GRID", 2).durationMinutes()).isEqualTo(6 * 480);
    }

    @Test
    void showsBothValuesWhereTwoPeopleWriteTheSameCell() {
        assertThat(cell("duration", "7d", "5")).hasStatusOk();

        var second = cell("duration", "9d", "5");
        assertThat(second)
                .hasStatus(HttpStatus.CONFLICT)
                .bodyJson()
                .extractingPath("$.message")
                .isEqualTo("有人已改为“7”，您填写的是“9d”");
        assertThat(second).bodyJson().extractingPath("$.theirs").isEqualTo("7");
        assertThat(queries.require(pm, "GRID", 2).durationMinutes()).isEqualTo(7 * 480);
        assertThat(cell("duration", "9d", "7")).hasStatusOk();
        assertThat(cell("duration", "9", "5")).as("the same anyway").hasStatusOk();
    }

    @Test
    void takesHoursWeeksAndDeadlinesInCells() {
        assertThat(cell("duration", "4h", "5")).hasStatusOk();
        assertThat(queries.require(pm, "GRID", 2).durationMinutes()).isEqualTo(240);
        assertThat(cell("deadline", "2026/3/20", "")).hasStatusOk();
        assertThat(cell("effort", "16", "")).hasStatusOk();
        assertThat(cell("mode", "MANUAL", "AUTO")).hasStatusOk();
        assertThat(queries.require(pm, "GRID", 2).deadline()).isEqualTo("2026-03-20T17:00:00");
        assertThat(queries.require(pm, "GRID", 2).effortMinutes()).isEqualTo(16 * 60);
    }

    @Test
    void takesRowsFromPrograms() {
        var made = rest(
                API + "/rows?references=rows",
                "text/tab-separated-values",
                "name\tduration\tpredecessors\nA\t2d\t\nB\t1d\t1");
        assertThat(made)
                .hasStatus(HttpStatus.CREATED)
                .bodyJson()
                .extractingPath("$.numbers")
                .asArray()
                .containsExactly(4, 5);
        assertThat(made).bodyJson().extractingPath("$.change.id").isNotNull();

        var json = rest(API + "/rows", "application/json", """
                {"after": 5, "rows": [{"id": "a", "name": "C", "level": 1, "duration": "3 天"},
                 {"name": "D", "level": 2, "predecessors": "%s", "milestone": "yes"}]}
                """.formatted("GRID-4"));
        assertThat(json).hasStatus(HttpStatus.CREATED);
        assertThat(names()).containsExactly("准备", "设计", "采购", "A", "B", "C", "D");

        assertThat(rest(API + "/rows", "application/json", "{\"rows\": [{\"name\": \"E\", \"duration\": \"soon\"}]}"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("/rows/0/duration", "project.schedule.notADuration");
        assertThat(rest(API + "/copies", "application/json", "{\"numbers\": [4, 5]}"))
                .hasStatus(HttpStatus.CREATED);
        assertThat(names()).hasSize(9);
    }

    private List<String> names() {
        return queries.outline(pm, "GRID").stream().map(TaskRow::name).toList();
    }

    private MvcTestResult cell(String field, String value, String seen) {
        return grid("/projects/GRID/tasks/2/cells", "field=" + field, "value=" + value, "seen=" + seen);
    }

    private MvcTestResult get(String path) {
        return mvc.get().uri(path).with(as.user(pm)).exchange();
    }

    private MvcTestResult post(String path, String... fields) {
        return sent(path, MediaType.TEXT_HTML, fields);
    }

    private MvcTestResult grid(String path, String... fields) {
        return sent(path, MediaType.APPLICATION_JSON, fields);
    }

    private MvcTestResult sent(String path, MediaType accept, String... fields) {
        var request = mvc.post()
                .uri(path)
                .accept(accept)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .with(as.user(pm))
                .with(csrf());
        for (var field : fields) {
            var parts = field.split("=", 2);
            request.param(parts[0], parts[1]);
        }
        return request.exchange();
    }

    private MvcTestResult rest(String path, String type, String body) {
        return mvc.post()
                .uri(path)
                .contentType(MediaType.parseMediaType(type))
                .content(body)
                .with(as.user(pm))
                .with(csrf())
                .exchange();
    }
}
