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
import io.throughline.project.schedule.TaskDetail;
import io.throughline.project.schedule.TaskKind;
import io.throughline.project.schedule.TaskQueries;
import io.throughline.test.SignInAs;
import io.throughline.test.WebTest;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A task's form takes durations as the grid does: pouring for two days, curing for four days and nights. */
@WebTest
class TaskFormPagesTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SignInAs as;

    @Autowired
    Projects projects;

    @Autowired
    PastedRows pasted;

    @Autowired
    TaskQueries queries;

    private Viewer pm;

    @BeforeEach
    void aPlan() {
        pm = as.create(Role.PROJECT_MANAGER);
        projects.create(
                pm,
                new CreateProject(
                        "基础",
                        "FORM",
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
        pasted.save(
                pm,
                "FORM",
                new PasteRows("任务名称\t工期\t三点估算\n浇筑\t2d\t1/2/4\n养护\t4ed\t3ed/4ed/7ed", null, null, null, null, null));
    }

    @Test
    void showsTimeByTheClockAsTheGridDoes() {
        assertThat(get("/projects/FORM/tasks/2/edit"))
                .bodyText()
                .contains("value=\"4ed\"", "value=\"3ed\"", "value=\"7ed\"", "2ed 或 2 日历天");
        assertThat(get("/projects/FORM/tasks/2")).bodyText().contains("3ed/4ed/7ed");
        assertThat(get("/projects/FORM/tasks/1/edit"))
                .bodyText()
                .contains("name=\"durationMinutes\" value=\"2\"", "name=\"pessimisticMinutes\" value=\"4\"");
    }

    @Test
    void turnsWorkingTimeIntoTimeByTheClockWithItsThreePoints() {
        assertThat(save(1, Map.of("durationMinutes", "2 日历天", "optimisticMinutes", "1ed")))
                .as("two of its points are still working time")
                .hasStatusOk()
                .bodyText()
                .contains("“2”是工作时间，而工期是连续时间", "value=\"2ed\"", "value=\"1ed\"");
        assertThat(task(1).elapsed()).isFalse();

        assertThat(save(
                        1,
                        Map.of(
                                "durationMinutes",
                                "2 日历天",
                                "optimisticMinutes",
                                "24eh",
                                "likelyMinutes",
                                "2ed",
                                "pessimisticMinutes",
                                "5 elapsed days")))
                .hasStatus(HttpStatus.FOUND);
        assertThat(task(1))
                .returns(true, TaskDetail::elapsed)
                .returns("2ed", TaskDetail::durationText)
                .returns(LocalDate.of(2026, 3, 4).atTime(8, 0), TaskDetail::plannedFinish)
                .returns(1440L, TaskDetail::optimisticMinutes)
                .returns(7200L, TaskDetail::pessimisticMinutes);
    }

    @Test
    void keepsWhatWasTypedAndSaysInTheGridsWordsWhatIsWrong() {
        assertThat(save(2, Map.of("durationMinutes", "soon", "likelyMinutes", "-3", "name", "养护 C30")))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "“soon”不是工期，请按 5d、3 天、4h 填写",
                        "“-3”不是工期",
                        "value=\"soon\"",
                        "value=\"-3\"",
                        "value=\"养护 C30\"",
                        "aria-describedby=\"durationMinutes-error\"")
                .doesNotContain("请填写数字");
        assertThat(save(2, Map.of("likelyMinutes", "9ed")))
                .bodyText()
                .as("out of order, at the field that is")
                .contains("悲观工期不能短于最可能工期", "value=\"9ed\"");
        assertThat(task(2).name()).isEqualTo("养护");
    }

    @Test
    void leavesWhatNobodyTouched() {
        assertThat(save(2, Map.of("name", "养护 C30"))).hasStatus(HttpStatus.FOUND);

        assertThat(task(2))
                .returns("养护 C30", TaskDetail::name)
                .returns("4ed", TaskDetail::durationText)
                .returns(4320L, TaskDetail::optimisticMinutes)
                .returns(TaskKind.TASK, TaskDetail::kind);
    }

    @Test
    void makesAMilestoneOfATaskThatTakesNoTime() {
        assertThat(save(2, Map.of("durationMinutes", "0"))).hasStatus(HttpStatus.FOUND);

        assertThat(task(2).kind()).isEqualTo(TaskKind.MILESTONE);
    }

    @Test
    void addsATaskByTheClock() {
        assertThat(post("/projects/FORM/tasks", Map.of("name", "静置", "durationMinutes", "半天")))
                .hasStatusOk()
                .bodyText()
                .contains("“半天”不是工期", "value=\"半天\"");
        assertThat(post("/projects/FORM/tasks", Map.of("name", "静置", "durationMinutes", "36eh")))
                .hasStatus(HttpStatus.FOUND);

        assertThat(task(3)).returns(true, TaskDetail::elapsed).returns(2160L, TaskDetail::durationMinutes);
    }

    @Test
    void reportsWhatIsLeftByTheClock() {
        assertThat(post("/projects/FORM/tasks/2/progress", Map.of("percent", "50", "remaining", "3")))
                .as("three working days are not what is left of four days and nights")
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyText()
                .contains("“3”是工作时间，而工期是连续时间");

        assertThat(post("/projects/FORM/tasks/2/progress", Map.of("percent", "50", "remaining", "3ed")))
                .hasStatus(HttpStatus.FOUND);

        assertThat(task(2).remainingText()).isEqualTo("3ed");
        assertThat(task(2).durationText()).isEqualTo("6ed");
        assertThat(get("/projects/FORM/tasks/2")).bodyText().contains("value=\"3ed\"");
    }

    private TaskDetail task(int number) {
        return queries.require(pm, "FORM", number);
    }

    /** The form as it is shown, with some fields typed over. */
    private MvcTestResult save(int number, Map<String, String> typed) {
        var form = TaskForm.of(task(number));
        var fields = new LinkedHashMap<String, String>();
        fields.put("version", String.valueOf(form.version()));
        fields.put("name", form.name());
        fields.put("priority", String.valueOf(form.priority()));
        fields.put("constraintType", form.constraintType().name());
        fields.put("durationMinutes", task(number).durationText());
        var points = queries.require(pm, "FORM", number).estimate();
        if (points != null) {
            var texts = points.text(task(number).elapsed()).split("/");
            fields.put("optimisticMinutes", texts[0]);
            fields.put("likelyMinutes", texts[1]);
            fields.put("pessimisticMinutes", texts[2]);
        }
        fields.putAll(typed);
        return post("/projects/FORM/tasks/" + number, fields);
    }

    private MvcTestResult get(String path) {
        return mvc.get().uri(path).with(as.user(pm)).exchange();
    }

    private MvcTestResult post(String path, Map<String, String> fields) {
        var request = mvc.post()
                .uri(path)
                .accept(MediaType.TEXT_HTML)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .with(as.user(pm))
                .with(csrf());
        fields.forEach(request::param);
        return request.exchange();
    }
}
