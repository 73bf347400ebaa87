package io.throughline.web.project.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import com.jayway.jsonpath.JsonPath;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.schedule.PlanColumn;
import io.throughline.project.schedule.PlanColumns;
import io.throughline.test.SignInAs;
import io.throughline.test.WebTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A plan that computes itself, by REST and in the grid: design for five days, purchase for three after it. */
@WebTest
class ComputedPlanPagesTests {

    private static final String API = "/api/v1/projects/MES";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SignInAs as;

    @Autowired
    PlanColumns columns;

    private Viewer pm;

    @BeforeEach
    void twoLinkedTasks() {
        pm = as.create(Role.PROJECT_MANAGER);
        columns.choose(pm, List.of(PlanColumn.values()));
        send(HttpMethod.POST, "/api/v1/projects", """
                {"name": "MES 上线", "key": "MES", "visibility": "INTERNAL", "plannedStart": "2026-03-02"}
                """);
        send(HttpMethod.POST, API + "/tasks", "{\"name\": \"设计\", \"durationMinutes\": 2400}");
        send(HttpMethod.POST, API + "/tasks", "{\"name\": \"采购\", \"durationMinutes\": 1440}");
        assertThat(send(HttpMethod.POST, API + "/links", "{\"predecessor\": 1, \"successor\": 2}"))
                .hasStatusOk();
    }

    @Test
    void answersThePlanWithSlackAndDrivers() {
        var plan = send(HttpMethod.GET, API + "/schedule", "");

        assertThat(plan).bodyJson().extractingPath("$.finish").isEqualTo("2026-03-11T17:00:00");
        assertThat(plan).bodyJson().extractingPath("$.tasks[1].start").isEqualTo("2026-03-09T08:00:00");
        assertThat(plan)
                .bodyJson()
                .extractingPath("$.tasks[1].totalSlackMinutes")
                .isEqualTo(0);
        assertThat(plan).bodyJson().extractingPath("$.tasks[1].critical").isEqualTo(true);
        assertThat(plan).bodyJson().extractingPath("$.tasks[1].drivers[0].no").isEqualTo(1);
        assertThat(send(HttpMethod.GET, API + "/tasks/2/drivers", ""))
                .bodyJson()
                .extractingPath("$[1].reasons[0].kind")
                .isEqualTo("PROJECT_START");
    }

    @Test
    void refusesACircleAndNamesTheWayRound() {
        assertThat(send(HttpMethod.POST, API + "/links", "{\"predecessor\": 2, \"successor\": 1}"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("MES-1 → MES-2 → MES-1")
                .contains("/predecessor");
    }

    @Test
    void previewsAChange() {
        var preview = send(HttpMethod.POST, API + "/schedule/preview", """
                {"tasks": [{"no": 1, "durationMinutes": 3360}]}
                """);

        assertThat(preview).hasStatusOk().bodyJson().extractingPath("$.tasks").isEqualTo(2);
        assertThat(preview).bodyJson().extractingPath("$.moves[1].start").isEqualTo("2026-03-11T08:00:00");
        assertThat(send(HttpMethod.POST, API + "/schedule/preview", "{}")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @Test
    void tellsTheGridWhatMovedAndTakesItBack() throws Exception {
        var saved = cell(1, "duration", "7");
        assertThat(saved).bodyJson().extractingPath("$.moved").asString().contains("1 个任务");
        String undo = JsonPath.read(saved.getResponse().getContentAsString(StandardCharsets.UTF_8), "$.undo");
        assertThat(page("/projects/MES/schedule")).bodyText().contains("2026-03-11");

        assertThat(mvc.post()
                        .uri(undo)
                        .accept(MediaType.APPLICATION_JSON)
                        .with(as.user(pm))
                        .with(csrf())
                        .exchange())
                .hasStatusOk();
        assertThat(send(HttpMethod.GET, API + "/tasks/2", ""))
                .bodyJson()
                .extractingPath("$.plannedStart")
                .isEqualTo("2026-03-09T08:00:00");
    }

    @Test
    void takesAChangeBackFromTheNoticeWithoutScript() throws Exception {
        String undo = JsonPath.read(
                cell(1, "duration", "7").getResponse().getContentAsString(StandardCharsets.UTF_8), "$.undo");

        assertThat(mvc.post()
                        .uri(undo)
                        .accept(MediaType.TEXT_HTML)
                        .with(as.user(pm))
                        .with(csrf())
                        .exchange())
                .hasStatus(HttpStatus.FOUND)
                .redirectedUrl()
                .isEqualTo("/projects/MES/schedule");
        assertThat(page("/projects/MES/schedule"))
                .bodyText()
                .contains("2026-03-09")
                .doesNotContain("2026-03-13");
    }

    @Test
    void pinsATypedStartAndClearsThePinWithOneClick() {
        assertThat(cell(2, "start", "2026-03-16")).hasStatusOk();
        assertThat(page("/projects/MES/schedule"))
                .bodyText()
                .contains("SNET 2026-03-16")
                .contains("/projects/MES/tasks/2/pin/removal");

        assertThat(mvc.post()
                        .uri("/projects/MES/tasks/2/pin/removal")
                        .with(as.user(pm))
                        .with(csrf())
                        .exchange())
                .hasStatus(HttpStatus.FOUND);
        assertThat(page("/projects/MES/schedule"))
                .bodyText()
                .doesNotContain("SNET")
                .contains("2026-03-09");
    }

    @Test
    void takesAConstraintInTheGridAndSaysWhatIsNone() {
        assertThat(cell(2, "constraint", "mso 2026-03-18")).hasStatusOk();
        assertThat(page("/projects/MES/schedule")).bodyText().contains("MSO 2026-03-18");

        assertThat(cell(2, "constraint", "whenever"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("whenever");
        assertThat(cell(2, "constraint", "")).hasStatusOk();
        assertThat(page("/projects/MES/schedule")).bodyText().doesNotContain("MSO");
    }

    @Test
    void saysWhyATaskLiesWhereItLies() {
        assertThat(page("/projects/MES/tasks/2/why"))
                .hasStatusOk()
                .bodyText()
                .contains("MES-1 设计")
                .contains("/projects/MES/tasks/1/why")
                .contains("项目开始");
    }

    private MvcTestResult cell(int number, String field, String value) {
        return mvc.post()
                .uri("/projects/MES/tasks/" + number + "/cells")
                .param("field", field)
                .param("value", value)
                .accept(MediaType.APPLICATION_JSON)
                .with(as.user(pm))
                .with(csrf())
                .exchange();
    }

    private MvcTestResult page(String path) {
        return mvc.get().uri(path).with(as.user(pm)).exchange();
    }

    private MvcTestResult send(HttpMethod method, String path, String body) {
        var request = mvc.method(method).uri(path).with(as.user(pm));
        if (method != HttpMethod.GET) {
            request.with(csrf()).contentType(MediaType.APPLICATION_JSON).content(body);
        }
        return request.exchange();
    }
}
