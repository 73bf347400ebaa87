package io.throughline.web.project.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import com.jayway.jsonpath.JsonPath;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.CreateProject;
import io.throughline.project.lifecycle.Projects;
import io.throughline.project.lifecycle.Visibility;
import io.throughline.project.resource.Assign;
import io.throughline.project.resource.Assignments;
import io.throughline.project.resource.ResourceKind;
import io.throughline.project.resource.Resources;
import io.throughline.project.resource.SaveResource;
import io.throughline.project.schedule.AddTask;
import io.throughline.project.schedule.DependencyType;
import io.throughline.project.schedule.LinkTasks;
import io.throughline.project.schedule.TaskDetail;
import io.throughline.project.schedule.TaskKind;
import io.throughline.project.schedule.TaskLinks;
import io.throughline.project.schedule.TaskQueries;
import io.throughline.project.schedule.Tasks;
import io.throughline.test.SignInAs;
import io.throughline.test.WebTest;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Design of five days from Monday 2 March, purchase of three after it, then a milestone. */
@WebTest
class TaskBarPagesTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SignInAs as;

    @Autowired
    Projects projects;

    @Autowired
    Tasks tasks;

    @Autowired
    TaskLinks links;

    @Autowired
    TaskQueries queries;

    @Autowired
    Resources resources;

    @Autowired
    Assignments assignments;

    private Viewer pm;

    @BeforeEach
    void aPlan() {
        pm = as.create(Role.PROJECT_MANAGER);
        projects.create(
                pm,
                new CreateProject(
                        "产线改造",
                        "BAR",
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
        add("设计", null, 2400L);
        add("采购", null, 1440L);
        add("开工", TaskKind.MILESTONE, null);
        links.link(pm, "BAR", 2, new LinkTasks(1, DependencyType.FINISH_TO_START, null, null));
        links.link(pm, "BAR", 3, new LinkTasks(2, DependencyType.FINISH_TO_START, null, null));
    }

    @Test
    void showsWhatAMoveWouldBring() {
        var shown = post("/tasks/1/bar/preview", "by", "3");

        assertThat(shown)
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.text")
                .asString()
                .contains("2026-03-05", "2026-03-11", "1 个任务", "1 个里程碑", "2026-03-16");
        assertThat(shown).bodyJson().extractingPath("$.bars.1.start").isEqualTo((double)
                LocalDate.of(2026, 3, 5).toEpochDay());
    }

    @Test
    void namesWhomAMoveOverloads() {
        var coordinator = as.create(Role.RESOURCE_COORDINATOR);
        var resource = resources
                .add(coordinator, SaveResource.named("李伟", ResourceKind.PERSON))
                .value();
        add("培训", null, 1440L);
        assignments.add(pm, "BAR", 1, new Assign(resource, null, null));
        assignments.add(pm, "BAR", 4, new Assign(resource, null, null));
        assertThat(post("/tasks/4/bar", "day", "2026-03-09")).hasStatusOk();

        assertThat(post("/tasks/4/bar/preview", "by", "-2")).bodyText().contains("使 李伟 超负荷（2026-03-05 至 2026-03-06）");
    }

    @Test
    void movesOverAWeekendInWorkingDays() {
        assertThat(post("/tasks/1/bar", "by", "5")).hasStatusOk();

        assertThat(task(1).plannedStart()).isEqualTo(LocalDateTime.parse("2026-03-09T08:00"));
        assertThat(task(1).durationMinutes()).isEqualTo(2400L);
        assertThat(task(2).plannedStart()).isEqualTo(LocalDateTime.parse("2026-03-16T08:00"));
    }

    @Test
    void movesToADayAndLengthensToOne() {
        post("/tasks/1/bar", "day", "2026-03-04");
        assertThat(task(1).plannedFinish()).isEqualTo(LocalDateTime.parse("2026-03-10T17:00"));

        post("/tasks/1/bar", "end", "FINISH", "day", "2026-03-12");
        assertThat(task(1).plannedStart()).isEqualTo(LocalDateTime.parse("2026-03-04T08:00"));
        assertThat(task(1).durationMinutes()).isEqualTo(7 * 480L);
    }

    @Test
    void makesATaskLongerByADay() {
        post("/tasks/1/bar", "end", "FINISH", "by", "1");

        assertThat(task(1).plannedFinish()).isEqualTo(LocalDateTime.parse("2026-03-09T17:00"));
        assertThat(task(1).durationMinutes()).isEqualTo(2880L);
    }

    @Test
    void refusesABarWithoutLengthInTheWordsOfThePerson() {
        assertThat(post("/tasks/1/bar/preview", "end", "FINISH", "by", "-9"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("完成不能早于开始");
        assertThat(post("/tasks/1/bar", "by", "999999")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(post("/tasks/1/bar")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(post("/tasks/99/bar", "by", "1")).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void saysThatATaskIsHeldByItsPredecessor() {
        assertThat(post("/tasks/2/bar/preview", "by", "-2")).bodyText().contains("不会移动");
    }

    @Test
    void takesAMoveBackWithAllThatFollowed() throws Exception {
        var moved = post("/tasks/1/bar", "by", "3");
        String undo = JsonPath.read(moved.getResponse().getContentAsString(StandardCharsets.UTF_8), "$.undo");

        assertThat(post(undo.substring("/projects/BAR".length()))).hasStatusOk();
        assertThat(task(1).plannedStart()).isEqualTo(LocalDateTime.parse("2026-03-02T08:00"));
        assertThat(task(2).plannedStart()).isEqualTo(LocalDateTime.parse("2026-03-09T08:00"));
    }

    @Test
    void showsWhatALinkWouldBring() {
        add("调试", null, 480L);
        assertThat(post("/tasks/4/bar/link/preview", "predecessor", "1", "type", "START_TO_START", "lag", "2"))
                .hasStatusOk()
                .bodyText()
                .contains("设计 → 调试（SS）");
    }

    @Test
    void linksBars() {
        add("调试", null, 480L);

        assertThat(post("/tasks/4/bar/link", "predecessor", "1", "type", "START_TO_START", "lag", "2"))
                .hasStatusOk();
        assertThat(task(4).predecessors())
                .singleElement()
                .extracting(by -> by.text())
                .isEqualTo("1SS+2d");
        assertThat(task(4).plannedStart()).isEqualTo(LocalDateTime.parse("2026-03-04T08:00"));
    }

    @Test
    void refusesACircleBeforeItIsSaved() {
        assertThat(post("/tasks/1/bar/link/preview", "predecessor", "2"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("BAR-1 → BAR-2 → BAR-1");
    }

    @Test
    void isForWhoLeadsTheProject() {
        var other = as.create(Role.PROJECT_MANAGER);
        assertThat(mvc.post()
                        .uri("/projects/BAR/tasks/1/bar")
                        .param("by", "1")
                        .with(as.user(other))
                        .with(csrf())
                        .exchange())
                .hasStatus(HttpStatus.FORBIDDEN);
    }

    private MvcTestResult post(String path, String... values) {
        var request = mvc.post()
                .uri("/projects/BAR" + path)
                .accept(MediaType.APPLICATION_JSON)
                .with(as.user(pm))
                .with(csrf());
        for (int i = 0; i < values.length; i += 2) {
            request.param(values[i], values[i + 1]);
        }
        return request.exchange();
    }

    private TaskDetail task(int number) {
        return queries.require(pm, "BAR", number);
    }

    private void add(String name, @Nullable TaskKind kind, @Nullable Long minutes) {
        tasks.add(pm, "BAR", new AddTask(name, kind, null, null, null, null, null, minutes, null, null, null));
    }
}
