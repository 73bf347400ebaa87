package io.throughline.web.project.simulation;

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
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.support.TransactionOperations;

/** A plan simulated by its page and by REST, as the job it is. */
@SpringBootTest(classes = ThroughlineApplication.class)
@AutoConfigureMockMvc
@Import({TestDatabase.class, SignInAs.class, ProgramCalls.class})
class SimulationPagesTests {

    private static final AtomicInteger PROJECTS = new AtomicInteger();

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SignInAs as;

    @Autowired
    ProgramCalls calls;

    @Autowired
    TransactionOperations transactions;

    private RequestPostProcessor pm;
    private String key;

    @BeforeEach
    void aPlan() {
        pm = Objects.requireNonNull(transactions.execute(status -> as.staff(Role.PROJECT_MANAGER)));
        key = "SIM" + PROJECTS.incrementAndGet();
        calls.send(pm, HttpMethod.POST, "/api/v1/projects", """
                {"name": "模拟", "key": "%s", "visibility": "INTERNAL", "plannedStart": "2026-03-02"}
                """.formatted(key));
        assertThat(calls.send(pm, HttpMethod.POST, api("/tasks"), """
                        {"name": "设计", "durationMinutes": 1440, "optimisticMinutes": 960, "likelyMinutes": 1440, "pessimisticMinutes": 3840}
                        """)).hasStatus(201);
        calls.send(pm, HttpMethod.POST, api("/tasks"), "{\"name\": \"采购\", \"durationMinutes\": 1440}");
        calls.send(pm, HttpMethod.POST, api("/links"), "{\"predecessor\": 1, \"successor\": 2}");
    }

    @Test
    void answersAJobWhoseResultSaysHowSureTheFinishIs() {
        var started = calls.send(pm, HttpMethod.POST, api("/simulation"), "{\"trials\": 500, \"seed\": 4}");
        assertThat(started).hasStatus(202);

        var job = calls.finished(pm, ProgramCalls.location(started));

        var result = job.get("result");
        assertThat(job.get("state").asString()).isEqualTo("DONE");
        assertThat(result.get("seed").asLong()).isEqualTo(4);
        assertThat(result.get("trials").asInt()).isEqualTo(500);
        for (var part : new String[] {"p10", "p50", "p80", "p90"}) {
            assertThat(result.get(part).asString()).matches("2026-03-\\d\\dT\\d\\d:\\d\\d:\\d\\d");
        }
        assertThat(result.get("histogram").get(0).get("trials").isInt()).isTrue();
        assertThat(result.get("curve").get(0).get("share").asDouble()).isZero();
        assertThat(result.get("tasks").get(0).get("no").asInt()).isEqualTo(1);
        assertThat(result.get("tasks").get(0).get("criticality").asDouble()).isEqualTo(1);
        assertThat(result.get("tasks").get(0).get("cruciality").asDouble()).isGreaterThan(0.95);

        var again = calls.finished(
                pm,
                ProgramCalls.location(
                        calls.send(pm, HttpMethod.POST, api("/simulation"), "{\"trials\": 500, \"seed\": 4}")));
        assertThat(again.get("result")).isEqualTo(result);
        assertThat(calls.read(pm, api("/simulation")).get("result").get("p80").asString())
                .isEqualTo(result.get("p80").asString());
    }

    @Test
    void takesTheUsualChoicesWithoutABody() {
        var started = mvc.post().uri(api("/simulation")).with(pm).exchange();

        assertThat(started).hasStatus(202);
        var result = calls.finished(pm, ProgramCalls.location(started)).get("result");
        assertThat(result.get("trials").asInt()).isEqualTo(10_000);
        assertThat(result.get("distribution").asString()).isEqualTo("BETA_PERT");
    }

    @Test
    void refusesTooManyTrialsAndAnEmptyPlan() {
        assertThat(calls.send(pm, HttpMethod.POST, api("/simulation"), "{\"trials\": 100001}"))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.errors[0].pointer")
                .isEqualTo("/trials");
        calls.send(pm, HttpMethod.POST, "/api/v1/projects", """
                {"name": "空", "key": "%sE", "visibility": "INTERNAL", "plannedStart": "2026-03-02"}
                """.formatted(key));
        assertThat(calls.send(pm, HttpMethod.POST, "/api/v1/projects/" + key + "E/simulation", "{}"))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("project.simulation.nothingPlanned");
        assertThat(mvc.get().uri("/api/v1/projects/" + key + "E/simulation").with(pm))
                .hasStatus(404);
    }

    @Test
    void showsTheResultOnThePageAndSaysWhenThePlanHasChangedSince() {
        var page = "/projects/" + key + "/schedule/simulation";
        assertThat(mvc.get().uri(page).with(pm)).hasStatusOk().bodyText().contains("还没有模拟过");
        var sent = mvc.post()
                .uri(page)
                .with(pm)
                .with(csrf())
                .param("trials", "400")
                .param("seed", "9")
                .param("distribution", "TRIANGULAR")
                .exchange();
        assertThat(sent).redirectedUrl().isEqualTo(page);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> mvc.get()
                                .uri(api("/simulation"))
                                .with(pm)
                                .exchange()
                                .getResponse()
                                .getStatus()
                        == 200);

        assertThat(mvc.get().uri(page).with(pm))
                .hasStatusOk()
                .bodyText()
                .contains("80% 的把握", "role=\"img\"", "影响完成日期的任务", key + "-1 设计", "种子 9", "三角分布")
                .doesNotContain("此后计划已变更");

        calls.send(pm, HttpMethod.POST, api("/tasks"), "{\"name\": \"验收\"}");

        assertThat(mvc.get().uri(page).with(pm)).bodyText().contains("此后计划已变更");
        assertThat(mvc.get().uri(page).with(pm).param("lang", "en"))
                .bodyText()
                .contains("With 80 % certainty", "The plan has changed since");
    }

    @Test
    void keepsWhatWasTypedBesideAnErrorAndOnlyPlannersAsk() {
        var page = "/projects/" + key + "/schedule/simulation";
        assertThat(mvc.post().uri(page).with(pm).with(csrf()).param("trials", "7"))
                .bodyText()
                .contains("id=\"trials-error\"", "value=\"7\"");
        var member = Objects.requireNonNull(transactions.execute(status -> as.staff(Role.PROJECT_MEMBER)));
        assertThat(mvc.post().uri(page).with(member).with(csrf())).hasStatus(403);
    }

    @Test
    void refusesThreePointsInTheWrongOrderBesideTheField() {
        assertThat(mvc.post()
                        .uri("/projects/" + key + "/tasks/1/cells")
                        .with(pm)
                        .with(csrf())
                        .param("field", "estimate")
                        .param("value", "3/2/9"))
                .hasStatus(422)
                .bodyText()
                .contains("最可能工期不能短于乐观工期");
        var tag = String.valueOf(
                mvc.get().uri(api("/tasks/1")).with(pm).exchange().getResponse().getHeader("ETag"));
        assertThat(mvc.patch()
                        .uri(api("/tasks/1"))
                        .with(pm)
                        .header("If-Match", tag)
                        .contentType("application/merge-patch+json")
                        .content("{\"pessimisticMinutes\": 100}"))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.errors[0].pointer")
                .isEqualTo("/pessimisticMinutes");
        assertThat(mvc.post()
                        .uri("/projects/" + key + "/tasks/1/cells")
                        .with(pm)
                        .with(csrf())
                        .param("field", "estimate")
                        .param("value", "1/2/9"))
                .hasStatusOk();
        assertThat(mvc.get().uri("/projects/" + key + "/tasks/1").with(pm))
                .bodyText()
                .contains("1/2/9 (期望 3)");
    }

    private String api(String path) {
        return "/api/v1/projects/" + key + path;
    }
}
