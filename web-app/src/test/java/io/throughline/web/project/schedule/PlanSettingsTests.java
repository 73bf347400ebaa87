package io.throughline.web.project.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.throughline.foundation.people.Role;
import io.throughline.test.SignInAs;
import io.throughline.test.WebTest;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** How a plan is computed: shown, tried and changed. */
@WebTest
class PlanSettingsTests {

    private static final String PLAN = """
            ID,Task Name,Duration,Start,Finish,Predecessors
            1,Design,3d,2026-03-02,2026-03-04,
            2,Build,2d,2026-03-05,2026-03-06,1
            3,Paint,1d,2026-03-02,2026-03-02,
            """;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SignInAs as;

    @Autowired
    JdbcClient jdbc;

    private RequestPostProcessor pm;

    @BeforeEach
    void signIn() {
        pm = as.staff(Role.PROJECT_MANAGER);
    }

    @Test
    void countsBackFromTheFinishWhenAskedTo() {
        importPlan("BACKW");
        assertThat(patch("BACKW", "{\"direction\": \"FROM_FINISH\", \"statusDate\": \"2026-03-03\"}", "\"0\""))
                .hasStatusOk()
                .bodyJson()
                .satisfies(body -> {
                    assertThat(body).extractingPath("$.direction").isEqualTo("FROM_FINISH");
                    assertThat(body).extractingPath("$.statusDate").isEqualTo("2026-03-03");
                    assertThat(body).extractingPath("$.version").isEqualTo(1);
                });
        assertThat(mvc.get().uri("/api/v1/projects/BACKW/schedule").with(pm))
                .bodyJson()
                .extractingPath("$.finish")
                .isEqualTo("2026-03-06T17:00:00");
    }

    @Test
    void callsMoreTasksCriticalWithAThreshold() {
        importPlan("THRES");
        assertThat(patch("THRES", "{\"criticalSlackMinutes\": 1920}", "\"0\"")).hasStatusOk();

        assertThat(mvc.get().uri("/api/v1/projects/THRES/schedule").with(pm))
                .bodyJson()
                .extractingPath("$.tasks[*].critical")
                .asArray()
                .containsExactly(true, true, true);
    }

    @Test
    void refusesOldVersionsAndWhatCannotBe() {
        importPlan("STALE");
        assertThat(patch("STALE", "{\"honorsConstraints\": false}", "\"0\"")).hasStatusOk();

        assertThat(patch("STALE", "{\"honorsConstraints\": true}", "\"0\"")).hasStatus(412);
        assertThat(patch("STALE", "{\"criticalSlackMinutes\": -1}", "\"1\"")).hasStatus(422);
        assertThat(patch("STALE", "{\"colour\": 1}", "\"1\"")).hasStatus(400);
    }

    @Test
    void showsWhatAChangeWouldMove() {
        importPlan("LOOKS");
        jdbc.sql("update project.project set planned_finish = date '2026-03-13' where key = 'LOOKS'")
                .update();
        assertThat(mvc.get().uri("/projects/LOOKS/schedule/settings").with(pm).locale(Locale.SIMPLIFIED_CHINESE))
                .hasStatusOk()
                .bodyText()
                .contains("计划设置", "从完成日期倒排", "查看影响");

        assertThat(form("LOOKS", "look", "true")).hasStatusOk().bodyText().contains("LOOKS-3 Paint");
    }

    @Test
    void savesAndKeepsWhatWasTypedWhereSomebodyElseWasFaster() {
        importPlan("SAVED");
        jdbc.sql("update project.project set planned_finish = date '2026-03-13' where key = 'SAVED'")
                .update();
        assertThat(form("SAVED", "look", "false")).redirectedUrl().isEqualTo("/projects/SAVED/schedule");
        assertThat(form("SAVED", "look", "false")).hasStatusOk().bodyText().contains("其他人刚刚更改了计划设置");
    }

    private MvcTestResult form(String key, String name, String value) {
        return mvc.post()
                .uri("/projects/" + key + "/schedule/settings")
                .locale(Locale.SIMPLIFIED_CHINESE)
                .with(pm)
                .with(csrf())
                .param(name, value)
                .param("version", "0")
                .param("direction", "FROM_FINISH")
                .param("alap", "FREE_SLACK")
                .param("criticalSlackMinutes", "0")
                .param("honorsConstraints", "true")
                .param("multipleCriticalPaths", "false")
                .exchange();
    }

    private MvcTestResult patch(String key, String body, String match) {
        return mvc.patch()
                .uri("/api/v1/projects/" + key + "/schedule/settings")
                .with(pm)
                .with(csrf())
                .header("If-Match", match)
                .contentType("application/merge-patch+json")
                .content(body)
                .exchange();
    }

    private void importPlan(String key) {
        assertThat(mvc.post()
                        .uri("/api/v1/projects/import")
                        .multipart()
                        .file(new MockMultipartFile("file", "plan.csv", null, PLAN.getBytes(StandardCharsets.UTF_8)))
                        .param("key", key)
                        .with(pm)
                        .exchange())
                .hasStatus(201);
    }
}
