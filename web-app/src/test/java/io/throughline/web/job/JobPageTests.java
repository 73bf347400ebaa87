package io.throughline.web.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.throughline.foundation.people.ApiTokens;
import io.throughline.foundation.people.CreateToken;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.test.SignInAs;
import io.throughline.test.WebTest;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebTest
class JobPageTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SignInAs as;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApiTokens tokens;

    private Viewer starter;

    @BeforeEach
    void aStarter() {
        starter = as.create(Role.PROJECT_MANAGER);
    }

    @Test
    void showsHowFarItIsToItsStarter() {
        aJob(77, "RUNNING");

        assertThat(mvc.get().uri("/jobs/77").with(as.user(starter)))
                .hasStatusOk()
                .bodyText()
                .contains("40%", "4 / 10", starter.name(), "进行中", "取消任务");
        assertThat(mvc.get().uri("/jobs/77?lang=en").with(as.user(starter)))
                .bodyText()
                .contains("Running", "You may leave this page");
        assertThat(mvc.get().uri("/jobs").with(as.user(starter)))
                .hasStatusOk()
                .bodyText()
                .contains("/jobs/77");
    }

    @Test
    void showsAllToTheAdministratorByState() {
        aJob(78, "FAILED");
        var admin = as.create(Role.ADMIN);

        assertThat(mvc.get().uri("/admin/jobs").with(as.user(admin))).bodyText().contains("/jobs/78");
        assertThat(mvc.get().uri("/admin/jobs?filter.state=FAILED").with(as.user(admin)))
                .bodyText()
                .contains("/jobs/78");
        assertThat(mvc.get().uri("/admin/jobs?filter.state=DONE").with(as.user(admin)))
                .bodyText()
                .doesNotContain("/jobs/78")
                .contains("没有符合条件的记录");
        assertThat(mvc.get().uri("/admin/jobs").with(as.user(starter))).hasStatus(403);
    }

    @Test
    void isNotThereForOthers() {
        aJob(79, "RUNNING");

        assertThat(mvc.get().uri("/jobs/79").with(as.staff(Role.MANAGER))).hasStatus(404);
        assertThat(mvc.get().uri("/api/v1/jobs/79").with(as.staff(Role.MANAGER)))
                .hasStatus(404);
        assertThat(mvc.post()
                        .uri("/jobs/79/cancellation")
                        .with(as.staff(Role.MANAGER))
                        .with(csrf()))
                .hasStatus(404);
    }

    @Test
    void cancelsByFormAndByProgram() {
        aJob(80, "QUEUED");
        aJob(81, "RUNNING");

        assertThat(mvc.post()
                        .uri("/jobs/80/cancellation")
                        .with(as.user(starter))
                        .with(csrf()))
                .redirectedUrl()
                .isEqualTo("/jobs/80");
        assertThat(mvc.delete().uri("/api/v1/jobs/81").with(as.user(starter))).hasStatus(202);

        assertThat(mvc.get().uri("/api/v1/jobs/80").with(as.user(starter)))
                .bodyJson()
                .extractingPath("$.state")
                .isEqualTo("CANCELLED");
        assertThat(mvc.get().uri("/jobs/81").with(as.user(starter))).bodyText().contains("正在停止任务");
    }

    @Test
    void answersProgramsWithTheResult() {
        aJob(82, "DONE");

        assertThat(mvc.get().uri("/api/v1/jobs/82").with(as.user(starter)))
                .bodyJson()
                .satisfies(json -> {
                    assertThat(json).extractingPath("$.percent").isEqualTo(100);
                    assertThat(json).extractingPath("$.result.key").isEqualTo("HTC");
                    assertThat(json).extractingPath("$.attachment").isEqualTo("/attachments/5");
                });
    }

    @Test
    void letsTheTokenThatMayImportFollowItsOwnersImport() {
        aJob(83, "RUNNING");
        aJob(84, "project.import", "RUNNING");
        var importing = token(starter, "projects:write");

        assertThat(call(HttpMethod.GET, 84, importing)).hasStatusOk();
        assertThat(call(HttpMethod.GET, 83, importing))
                .as("a job of another kind")
                .hasStatus(401);
        assertThat(call(HttpMethod.GET, 84, token(starter, "projects:read")))
                .as("may not import")
                .hasStatus(401);
        assertThat(call(HttpMethod.GET, 84, token(as.create(Role.PROJECT_MANAGER), "projects:write")))
                .as("another person's import")
                .hasStatus(401);
        assertThat(call(HttpMethod.GET, 83, token(starter, "jobs:read"))).hasStatusOk();
        assertThat(call(HttpMethod.DELETE, 84, importing)).hasStatus(202);
    }

    private String token(Viewer owner, String scope) {
        return tokens.create(owner, new CreateToken("bridge", Set.of(scope), 1)).token();
    }

    private MvcTestResult call(HttpMethod method, long job, String token) {
        return mvc.method(method)
                .uri("/api/v1/jobs/" + job)
                .header("Authorization", "Bearer " + token)
                .exchange();
    }

    private void aJob(long id, String state) {
        aJob(id, "test.import", state);
    }

    private void aJob(long id, String kind, String state) {
        jdbc.sql("""
                        insert into foundation.job (id, kind, payload, state, started_by, starter_name, created_at, started_at,
                                                    done, total, message_key, message_data, result_data, attachment_id)
                        values (:id, :kind, '{}', :state, :by, :name, now(), now(), 4, 10,
                                'foundation.job.unexpected', '{"id":7}', '{"key":"HTC"}', 5)
                        """)
                .param("id", id)
                .param("kind", kind)
                .param("state", state)
                .param("by", starter.id().value())
                .param("name", starter.name())
                .update();
    }
}
