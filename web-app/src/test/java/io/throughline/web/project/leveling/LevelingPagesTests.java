package io.throughline.web.project.leveling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.throughline.ThroughlineApplication;
import io.throughline.foundation.people.Role;
import io.throughline.test.ProgramCalls;
import io.throughline.test.SignInAs;
import io.throughline.test.TestDatabase;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;

/**
 * Five tasks on a machine with room for four at a time: A 3 days and 2 places, B 2/3, C 2/2, D 3/2, E 1/4 after A. B and E
 * leave no room for any other; A, C and D take five days two at a time. So nothing is shorter than eight days.
 */
@SpringBootTest(classes = ThroughlineApplication.class)
@AutoConfigureMockMvc
@Import({TestDatabase.class, SignInAs.class, ProgramCalls.class})
class LevelingPagesTests {

    private static final AtomicInteger PROJECTS = new AtomicInteger();
    private static final int[][] TASKS = {{3, 2}, {2, 3}, {2, 2}, {3, 2}, {1, 4}};

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SignInAs as;

    @Autowired
    ProgramCalls calls;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionOperations transactions;

    private RequestPostProcessor pm;
    private String key;

    @BeforeEach
    void aPlan() {
        pm = signedIn(Role.PROJECT_MANAGER);
        key = "LEV" + PROJECTS.incrementAndGet();
        calls.send(pm, HttpMethod.POST, "/api/v1/projects", """
                {"name": "加工", "key": "%s", "visibility": "INTERNAL", "plannedStart": "2026-03-02"}
                """.formatted(key));
        var machine = machine();
        for (int k = 0; k < TASKS.length; k++) {
            calls.send(pm, HttpMethod.POST, api("/tasks"), """
                    {"name": "%s", "durationMinutes": %d}
                    """.formatted((char) ('A' + k), 480 * TASKS[k][0]));
            assertThat(calls.send(pm, HttpMethod.POST, api("/tasks/" + (k + 1) + "/assignments"), """
                            {"resource": %s, "units": %d}
                            """.formatted(
                                    machine, TASKS[k][1])))
                    .hasStatus(201);
        }
        calls.send(pm, HttpMethod.POST, api("/links"), "{\"predecessor\": 1, \"successor\": 5}");
    }

    @Test
    void answersAJobWhoseResultIsAProposalToApplyAndTakeBack() {
        var result = proposed("{\"mode\": \"OPTIMISE\", \"seconds\": 2, \"seed\": 5}");

        assertThat(result.get("makespanBeforeMinutes").asLong()).isEqualTo(4 * 480);
        assertThat(result.get("makespanAfterMinutes").asLong()).isEqualTo(8 * 480);
        assertThat(result.get("overloadsBefore").size()).isPositive();
        assertThat(result.get("overloadsAfter").isEmpty()).isTrue();
        assertThat(result.get("finishAfter").asString()).isEqualTo("2026-03-11T17:00:00");
        assertThat(result.get("tasks").get(0).get("project").asString()).isEqualTo(key);
        var proposal = api("/leveling/" + result.get("proposal").asLong());

        assertThat(calls.send(pm, HttpMethod.POST, proposal + "/application", "{}"))
                .hasStatusOk();
        assertThat(finish()).isEqualTo("2026-03-11T17:00:00");
        assertThat(mvc.get().uri(api("/leveling")).with(pm))
                .bodyJson()
                .extractingPath("$.overloads")
                .asArray()
                .isEmpty();
        assertThat(calls.send(pm, HttpMethod.POST, proposal + "/application", "{}"))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("project.leveling.isAPPLIED");

        assertThat(mvc.delete().uri(proposal + "/application").with(pm)).hasStatus(204);
        assertThat(finish()).isEqualTo("2026-03-05T17:00:00");
    }

    @Test
    void isAtOnceAsGoodAsCanBeHere() {
        assertThat(proposed("{}").get("makespanAfterMinutes").asLong()).isEqualTo(8 * 480);
    }

    @Test
    void refusesAStaleProposalAndOneThatWasDiscarded() {
        var stale = proposed("{}").get("proposal").asLong();
        calls.send(pm, HttpMethod.POST, api("/tasks"), "{\"name\": \"F\"}");
        assertThat(calls.send(pm, HttpMethod.POST, api("/leveling/" + stale + "/application"), "{}"))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("project.schedule.leveledStale");
        assertThat(mvc.delete().uri(api("/leveling/" + stale)).with(pm)).hasStatus(204);
        assertThat(mvc.delete().uri(api("/leveling/" + stale)).with(pm)).hasStatus(422);
    }

    @Test
    void refusesWhatCannotBeAskedBesideItsField() {
        assertThat(calls.send(pm, HttpMethod.POST, api("/leveling"), "{\"seconds\": 601}"))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.errors[0].pointer")
                .isEqualTo("/seconds");
        assertThat(calls.send(pm, HttpMethod.POST, api("/leveling"), "{\"projects\": [\"NOSUCH\"]}"))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("project.leveling.noSuchProject");
    }

    @Test
    void saysInWordsWhoHasTooMuchToDoAndAppliesByPlainForms() {
        var page = "/projects/" + key + "/schedule/leveling";
        assertThat(mvc.get().uri(page).with(pm))
                .hasStatusOk()
                .bodyText()
                .contains("加工中心 " + key + "，2026-03-02 至 2026-03-03，225%", "生成方案");
        assertThat(post(page, "mode", "AT_ONCE")).redirectedUrl().isEqualTo(page);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> !calls.read(pm, api("/leveling")).get("proposal").isNull());
        var shown = mvc.get().uri(page).with(pm).exchange();
        assertThat(shown).bodyText().contains("待决定", "移动的任务", "各人负荷", "应用", "放弃");
        var proposal =
                calls.read(pm, api("/leveling")).get("proposal").get("proposal").asLong();

        assertThat(post(page + "/" + proposal + "/application")).redirectedUrl().isEqualTo(page);
        assertThat(mvc.get().uri(page).with(pm)).bodyText().contains("已应用", "没有人超负荷", "清除资源平衡", "撤销");
        post(page + "/" + proposal + "/application/removal");
        assertThat(finish()).isEqualTo("2026-03-05T17:00:00");

        post(page + "/" + proposal + "/application");
        assertThat(mvc.get().uri(page).with(pm).param("lang", "en"))
                .bodyText()
                .contains("Taken back", "Who has too much to do");
    }

    @Test
    void keepsTheFinishOfAPlanThatCountsBackFromItAndBeginsEarlier() {
        jdbc.sql("update project.project set planned_finish = date '2026-06-30' where key = ?")
                .param(key)
                .update();
        assertThat(mvc.patch()
                        .uri(api("/schedule/settings"))
                        .with(pm)
                        .with(csrf())
                        .header("If-Match", "\"0\"")
                        .contentType("application/merge-patch+json")
                        .content("{\"direction\": \"FROM_FINISH\"}"))
                .hasStatusOk();

        var proposal = proposed("{}");

        assertThat(proposal.get("overloadsAfter").isEmpty()).isTrue();
        assertThat(proposal.get("finishAfter").asString()).isEqualTo("2026-06-30T17:00:00");
        assertThat(proposal.get("startBefore").asString()).isEqualTo("2026-06-25T08:00:00");
        assertThat(proposal.get("startAfter").asString()).isEqualTo("2026-06-19T08:00:00");
        var page = "/projects/" + key + "/schedule/leveling";
        assertThat(mvc.get().uri(page).with(pm)).bodyText().contains("完成日期不变，开始日期由 2026-06-25 变为 2026-06-19");
        assertThat(mvc.get().uri(page).with(pm).param("lang", "en"))
                .bodyText()
                .contains("the finish stays, the start goes from 2026-06-25 to 2026-06-19");

        post(page + "/" + proposal.get("proposal").asLong() + "/application");

        assertThat(finish()).isEqualTo("2026-06-30T17:00:00");
        assertThat(mvc.get().uri(page).with(pm).param("lang", "zh")).bodyText().contains("没有人超负荷");
    }

    @Test
    void isReadByManagersAndAskedByCoordinators() {
        var page = "/projects/" + key + "/schedule/leveling";
        var manager = signedIn(Role.MANAGER);
        assertThat(mvc.get().uri(page).with(manager)).hasStatusOk().bodyText().doesNotContain("id=\"ask-title\"");
        assertThat(mvc.post().uri(page).with(manager).with(csrf())).hasStatus(403);
        assertThat(mvc.get().uri(page).with(signedIn(Role.PROJECT_MEMBER))).hasStatus(403);
        assertThat(mvc.get().uri(page).with(signedIn(Role.RESOURCE_COORDINATOR)))
                .hasStatusOk()
                .bodyText()
                .contains("id=\"ask-title\"");
    }

    /** The id of a machine with room for four. */
    private String machine() {
        var made = calls.send(
                signedIn(Role.RESOURCE_COORDINATOR), HttpMethod.POST, "/api/v1/resources", """
                {"name": "加工中心 %s", "kind": "EQUIPMENT", "maxUnits": 4}
                """.formatted(key));
        assertThat(made).hasStatus(201);
        return ProgramCalls.location(made).replaceAll(".*/", "");
    }

    private RequestPostProcessor signedIn(Role role) {
        return Objects.requireNonNull(transactions.execute(status -> as.staff(role)));
    }

    private JsonNode proposed(String body) {
        var started = calls.send(pm, HttpMethod.POST, api("/leveling"), body);
        assertThat(started).hasStatus(202);
        var job = calls.finished(pm, ProgramCalls.location(started));
        assertThat(job.get("state").asString()).as(job.toString()).isEqualTo("DONE");
        return job.get("result");
    }

    private String finish() {
        return calls.read(pm, api("/schedule")).get("finish").asString();
    }

    private String api(String path) {
        return "/api/v1/projects/" + key + path;
    }

    private MvcTestResult post(String uri, String... parameters) {
        var request = mvc.post().uri(uri).with(pm).with(csrf());
        for (int k = 0; k < parameters.length; k += 2) {
            request = request.param(parameters[k], parameters[k + 1]);
        }
        return request.exchange();
    }
}
