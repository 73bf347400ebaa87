package io.throughline.web.project.planfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.throughline.ThroughlineApplication;
import io.throughline.foundation.people.Role;
import io.throughline.project.schedule.planfile.GeneratedPlan;
import io.throughline.project.schedule.planfile.PlanFiles;
import io.throughline.test.SignInAs;
import io.throughline.test.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Imports that take longer than anybody waits: here that is a millisecond. */
@SpringBootTest(classes = ThroughlineApplication.class, properties = "throughline.plan-file.answer-within=1ms")
@AutoConfigureMockMvc
@Import({TestDatabase.class, SignInAs.class})
class ImportJobTests {

    private static final Duration LONG = Duration.ofSeconds(120);

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SignInAs as;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JsonMapper json;

    @Autowired
    TransactionOperations transactions;

    private RequestPostProcessor pm;

    @BeforeEach
    void signIn() {
        pm = Objects.requireNonNull(transactions.execute(status -> as.staff(Role.PROJECT_MANAGER)));
    }

    @Test
    void endsAsAJobWhoseResultIsThatOfTheCall() {
        var answer = importFile("fox.mpp", PlanFiles.saved("quick-brown-fox-2003.mpp"), "JOBA");

        assertThat(answer).hasStatus(202);
        var job = finished(location(answer));
        assertThat(job.get("state").asString()).isEqualTo("DONE");
        assertThat(job.get("percent").asInt()).isEqualTo(100);
        assertThat(Set.copyOf(job.get("result").propertyNames())).containsExactlyInAnyOrder("key", "report");
        assertThat(job.get("result").get("key").asString()).isEqualTo("JOBA");
        assertThat(job.get("result").get("report").get("tasks").asInt()).isEqualTo(3);
        assertThat(job.get("result").get("report").get("links").asInt()).isEqualTo(2);
        assertThat(job.get("link").asString()).isEqualTo("/projects/JOBA");
        assertThat(mvc.get().uri("/api/v1/projects/JOBA/tasks").with(pm))
                .bodyJson()
                .extractingPath("$.length()")
                .isEqualTo(3);
    }

    @Test
    void saysInTheReadersLanguageWhyItFailedAndStoresNothing() {
        long before = projects();
        var file = (table(20_000) + "\"never closed\n").getBytes(StandardCharsets.UTF_8);
        var answer = importFile("plan.csv", file, "JOBB");

        assertThat(answer).hasStatus(202);
        var job = finished(location(answer));
        assertThat(job.get("state").asString()).isEqualTo("FAILED");
        assertThat(job.get("code").asString()).isEqualTo("project.schedule.file.error.openQuote");
        assertThat(job.get("message").asString()).isEqualTo("第 20002 行的引号没有结束");
        assertThat(job.get("result").isEmpty()).isTrue();
        assertThat(mvc.get().uri(location(answer)).with(pm).header("Accept-Language", "en"))
                .bodyJson()
                .extractingPath("$.message")
                .asString()
                .contains("line 20002");
        assertThat(projects()).isEqualTo(before);
    }

    @Test
    void storesNothingWhenItIsStoppedOnTheWay() {
        long before = projects();
        var answer = importFile("large.xml", PlanFiles.mspdi(GeneratedPlan.of(5, 15_000)), "JOBC");
        assertThat(answer).hasStatus(202);
        await().atMost(LONG)
                .until(() -> !job(location(answer)).get("state").asString().equals("QUEUED"));
        assertThat(mvc.delete().uri(location(answer)).with(pm)).hasStatus(202);

        var job = finished(location(answer));
        assertThat(job.get("state").asString()).isEqualTo("CANCELLED");
        assertThat(projects()).isEqualTo(before);
        assertThat(mvc.get().uri("/api/v1/projects/JOBC").with(pm)).hasStatus(404);
    }

    @Test
    void leadsFromThePageToTheJobAndFromTheJobToTheProject() {
        var dryRun = upload("plan.csv", table(3_000));
        var sent = mvc.post()
                .uri(dryRun)
                .with(pm)
                .with(csrf())
                .param("name", "大计划")
                .param("key", "JOBD")
                .exchange();
        var page = String.valueOf(sent.getResponse().getRedirectedUrl());
        assertThat(page).matches("/jobs/\\d+");
        finished("/api/v1" + page);

        assertThat(mvc.get().uri(page).with(pm))
                .hasStatusOk()
                .bodyText()
                .contains("已新建项目 JOBD", "href=\"/projects/JOBD\"", "100%");
        assertThat(mvc.get().uri("/projects/JOBD/schedule").with(pm)).hasStatusOk();
        assertThat(mvc.get().uri(dryRun).with(pm)).redirectedUrl().isEqualTo("/projects/JOBD");
    }

    @Test
    void keepsTheFileWhenTheJobFails() {
        importFile("fox.mpp", PlanFiles.saved("quick-brown-fox-2003.mpp"), "JOBE");
        await().atMost(LONG).until(() -> projects("JOBE") == 1);
        var dryRun = upload("plan.csv", table(3_000));
        var sent = mvc.post()
                .uri(dryRun)
                .with(pm)
                .with(csrf())
                .param("name", "Again")
                .param("key", "JOBE")
                .exchange();
        var page = String.valueOf(sent.getResponse().getRedirectedUrl());

        assertThat(finished("/api/v1" + page).get("state").asString()).isEqualTo("FAILED");
        assertThat(mvc.get().uri(page).with(pm)).bodyText().contains("JOBE");
        assertThat(mvc.get().uri(dryRun).with(pm)).hasStatusOk();
    }

    private static String table(int rows) {
        var text = new StringBuilder("Name,Start,Finish\n");
        for (int i = 1; i <= rows; i++) {
            text.append("Task ").append(i).append(",2026-03-02,2026-03-06\n");
        }
        return text.toString();
    }

    private MvcTestResult importFile(String name, byte[] content, String key) {
        return mvc.post()
                .uri("/api/v1/projects/import")
                .multipart()
                .file(new MockMultipartFile("file", name, null, content))
                .param("key", key)
                .with(pm)
                .exchange();
    }

    private String upload(String name, String content) {
        var answer = mvc.post()
                .uri("/projects/import")
                .multipart()
                .file(new MockMultipartFile("file", name, null, content.getBytes(StandardCharsets.UTF_8)))
                .with(pm)
                .with(csrf())
                .exchange();
        return location(answer);
    }

    private static String location(MvcTestResult answer) {
        return String.valueOf(answer.getResponse().getHeader("Location"));
    }

    private JsonNode finished(String address) {
        return await().atMost(LONG).until(() -> job(address), job -> Set.of("DONE", "FAILED", "CANCELLED")
                .contains(job.get("state").asString()));
    }

    private JsonNode job(String address) {
        var answer = mvc.get().uri(address).with(pm).exchange();
        assertThat(answer).hasStatusOk();
        return json.readTree(new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
    }

    private long projects() {
        return jdbc.sql("select count(*) from project.project")
                .query(Long.class)
                .single();
    }

    private long projects(String key) {
        return jdbc.sql("select count(*) from project.project where key = ?")
                .param(key)
                .query(Long.class)
                .single();
    }
}
