package io.throughline.web.project.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.CreateProject;
import io.throughline.project.lifecycle.Projects;
import io.throughline.project.lifecycle.Visibility;
import io.throughline.project.schedule.AddTask;
import io.throughline.project.schedule.PlanUndo;
import io.throughline.project.schedule.TaskDetail;
import io.throughline.project.schedule.TaskProgress;
import io.throughline.project.schedule.TaskQueries;
import io.throughline.project.schedule.Tasks;
import io.throughline.test.SignInAs;
import io.throughline.test.WebTest;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** From Monday 2 March: four days half done by Tuesday, two days not begun, one fixed to its Tuesday. */
@WebTest
class UnfinishedWorkTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SignInAs as;

    @Autowired
    Projects projects;

    @Autowired
    Tasks tasks;

    @Autowired
    TaskProgress progress;

    @Autowired
    TaskQueries queries;

    @Autowired
    PlanUndo undo;

    @Autowired
    JdbcClient jdbc;

    private Viewer pm;

    @BeforeEach
    void aPlan() {
        pm = as.create(Role.PROJECT_MANAGER);
        var start = LocalDate.of(2026, 3, 2);
        projects.create(
                pm,
                new CreateProject(
                        "产线改造", "LATE", null, null, true, null, Visibility.INTERNAL, start, null, null, null, null));
        add("设计", 4);
        add("采购", 2);
        add("会议", 1);
        progress.report(pm, "LATE", 1, 50);
        jdbc.sql("update project.task set actual_start = timestamp '2026-03-02 08:00' where number = 1 and project_id ="
                        + " (select id from project.project where key = 'LATE')")
                .update();
        assertThat(post("/projects/LATE/tasks/3/cells", "field", "constraint", "value", "MSO 2026-03-03"))
                .hasStatusOk();
    }

    @Test
    void asksForAStatusDateFirst() {
        assertThat(get("/projects/LATE/schedule/unfinished-work")).bodyText().contains("name=\"day\"");
        assertThat(call(""))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("请先设定状态日期");
    }

    @Test
    void setsTheStatusDateFromTheChart() {
        report("2026-03-05");

        assertThat(get("/projects/LATE/schedule/gantt"))
                .bodyText()
                .contains("状态日期 2026-03-05", "id=\"gantt-status\"", "data-opens=\"status\"");
        report("");
        assertThat(get("/projects/LATE/schedule/gantt")).bodyText().doesNotContain("gantt-status");
    }

    @Test
    void showsWhatMovesAndWhatDoesNot() {
        report("2026-03-05");

        assertThat(get("/projects/LATE/schedule/unfinished-work"))
                .hasStatusOk()
                .bodyText()
                .contains("1 个任务的剩余部分在它之后继续，1 个任务在它之后开始", "LATE-2 采购", "LATE-3 会议");
    }

    @Test
    void movesItAndTakesItBack() {
        report("2026-03-05");

        assertThat(post("/projects/LATE/schedule/unfinished-work"))
                .redirectedUrl()
                .isEqualTo("/projects/LATE/schedule/gantt");
        assertThat(task(1).plannedStart()).isEqualTo(LocalDateTime.parse("2026-03-02T08:00"));
        assertThat(task(1).plannedFinish()).isEqualTo(LocalDateTime.parse("2026-03-09T17:00"));
        assertThat(task(2).plannedStart()).isEqualTo(LocalDateTime.parse("2026-03-06T08:00"));
        assertThat(task(3).plannedStart()).isEqualTo(LocalDateTime.parse("2026-03-03T08:00"));

        long change = jdbc.sql("select max(id) from project.plan_change")
                .query(Long.class)
                .single();
        undo.undo(pm, "LATE", change);
        assertThat(task(1).plannedFinish()).isEqualTo(LocalDateTime.parse("2026-03-05T17:00"));
        assertThat(task(2).plannedStart()).isEqualTo(LocalDateTime.parse("2026-03-02T08:00"));
    }

    @Test
    void showsProgramsWhatMoves() {
        report("2026-03-05");

        assertThat(call("/preview")).hasStatusOk().bodyJson().satisfies(body -> {
            assertThat(body).extractingPath("$.resumed").asArray().containsExactly(1);
            assertThat(body).extractingPath("$.postponed").asArray().containsExactly(2);
            assertThat(body).extractingPath("$.left[0].name").isEqualTo("会议");
            assertThat(body).extractingPath("$.preview.tasks").isEqualTo(2);
        });
    }

    @Test
    void movesItOnceForPrograms() {
        report("2026-03-05");

        assertThat(call("")).bodyJson().extractingPath("$.change.id").isNotNull();
        assertThat(call("")).bodyJson().satisfies(body -> {
            assertThat(body).extractingPath("$.resumed").asArray().isEmpty();
            assertThat(body).extractingPath("$.postponed").asArray().isEmpty();
        });
    }

    @Test
    void isForWhoLeadsTheProject() {
        report("2026-03-05");
        var other = as.create(Role.PROJECT_MANAGER);

        assertThat(mvc.get()
                        .uri("/projects/LATE/schedule/unfinished-work")
                        .with(as.user(other))
                        .exchange())
                .hasStatus(HttpStatus.FORBIDDEN);
    }

    private void report(String day) {
        assertThat(post("/projects/LATE/schedule/status-date", "day", day)).hasStatus3xxRedirection();
    }

    private MvcTestResult call(String path) {
        return post("/api/v1/projects/LATE/schedule/unfinished-work" + path);
    }

    private MvcTestResult get(String address) {
        return mvc.get()
                .uri(address)
                .locale(Locale.SIMPLIFIED_CHINESE)
                .with(as.user(pm))
                .exchange();
    }

    private MvcTestResult post(String address, String... values) {
        var request = mvc.post()
                .uri(address)
                .locale(Locale.SIMPLIFIED_CHINESE)
                .with(as.user(pm))
                .with(csrf());
        for (int i = 0; i < values.length; i += 2) {
            request.param(values[i], values[i + 1]);
        }
        return request.exchange();
    }

    private TaskDetail task(int number) {
        return queries.require(pm, "LATE", number);
    }

    private void add(String name, int days) {
        tasks.add(pm, "LATE", new AddTask(name, null, null, null, null, null, null, days * 480L, null, null, null));
    }
}
