package io.throughline.web.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import com.jayway.jsonpath.JsonPath;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.test.SignInAs;
import io.throughline.test.WebTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebTest
class ProjectApiTests {

    private static final String MERGE = "application/merge-patch+json";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SignInAs as;

    private Viewer pm;

    @BeforeEach
    void aProject() {
        pm = as.create(Role.PROJECT_MANAGER);
        assertThat(send(HttpMethod.POST, "/api/v1/projects", "application/json", null, """
                        {"name": "MES 上线", "key": "MES", "visibility": "INTERNAL", "plannedStart": "2026-03-02"}
                        """))
                .hasStatus(HttpStatus.CREATED);
    }

    @Test
    void changesOnlyWhatThePatchNames() {
        var tag = etag("/api/v1/projects/MES");

        assertThat(send(HttpMethod.PATCH, "/api/v1/projects/MES", MERGE, tag, "{\"goal\": \"三个月内上线\"}"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.goal")
                .isEqualTo("三个月内上线");
        assertThat(send(HttpMethod.PATCH, "/api/v1/projects/MES", MERGE, tag, "{\"goal\": null}"))
                .hasStatus(HttpStatus.PRECONDITION_FAILED);
        assertThat(send(HttpMethod.PATCH, "/api/v1/projects/MES", MERGE, null, "{\"goal\": null}"))
                .hasStatus(HttpStatus.PRECONDITION_REQUIRED);
    }

    @Test
    void walksTheTasksByLinks() {
        for (var name : new String[] {"调研", "配置", "测试"}) {
            assertThat(send(
                            HttpMethod.POST,
                            "/api/v1/projects/MES/tasks",
                            "application/json",
                            null,
                            "{\"name\": \"" + name + "\"}"))
                    .hasStatus(HttpStatus.CREATED);
        }

        var first = send(HttpMethod.GET, "/api/v1/projects/MES/tasks?size=2", "application/json", null, "");
        assertThat(first).bodyJson().extractingPath("$.length()").isEqualTo(2);
        var link = first.getResponse().getHeader("Link");
        assertThat(link).contains("rel=\"next\"");
        var next = link.substring(link.indexOf('<') + 1, link.indexOf('>'));
        assertThat(send(HttpMethod.GET, next, "application/json", null, ""))
                .bodyJson()
                .extractingPath("$[0].name")
                .isEqualTo("测试");
    }

    @Test
    void answersABrokenRuleAsAProblem() {
        assertThat(send(
                        HttpMethod.POST,
                        "/api/v1/projects/MES/gates/INITIATION/decision",
                        "application/json",
                        null,
                        "{\"decision\": \"GO\"}"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("project.gate.criteriaOpen");
    }

    @Test
    void asksForAWaiverThatAManagerDecides() throws Exception {
        var gate = "/api/v1/projects/MES/gates/INITIATION";
        var sheet = send(HttpMethod.GET, gate, "application/json", null, "").getResponse();
        var criterion = JsonPath.<List<String>>read(
                        sheet.getContentAsString(StandardCharsets.UTF_8), "$.criteria[?(@.met == false)].key")
                .get(0);

        assertThat(send(
                        HttpMethod.POST,
                        gate + "/waivers",
                        "application/json",
                        null,
                        "{\"criterion\": \"" + criterion + "\", \"reason\": \"合同附件已写明目标，随后补录\"}"))
                .hasStatusOk();
        assertThat(send(
                        HttpMethod.POST,
                        gate + "/waivers",
                        "application/json",
                        null,
                        "{\"criterion\": \"" + criterion + "\", \"reason\": \" \"}"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(send(
                        HttpMethod.POST,
                        gate + "/waivers/" + criterion + "/decision",
                        "application/json",
                        null,
                        "{\"granted\": true}"))
                .hasStatus(HttpStatus.FORBIDDEN);
    }

    @Test
    void setsTheForecastOfAMilestone() {
        send(
                HttpMethod.POST,
                "/api/v1/projects/MES/tasks",
                "application/json",
                null,
                "{\"name\": \"上线\", \"kind\": \"MILESTONE\", \"plannedStart\": \"2026-06-01T17:00:00\"}");

        assertThat(send(
                        HttpMethod.PUT,
                        "/api/v1/projects/MES/milestones/1/forecast",
                        "application/json",
                        null,
                        "{\"day\": \"2026-06-15\", \"reason\": \"供货延迟\"}"))
                .hasStatus(HttpStatus.NO_CONTENT);

        assertThat(send(HttpMethod.GET, "/api/v1/projects/MES/milestones", "application/json", null, ""))
                .bodyText()
                .contains("2026-06-15");
    }

    @Test
    void reportsProgressAndDeletesWithTheVersionSeen() {
        send(HttpMethod.POST, "/api/v1/projects/MES/tasks", "application/json", null, "{\"name\": \"调研\"}");
        assertThat(send(
                        HttpMethod.POST,
                        "/api/v1/projects/MES/tasks/1/progress",
                        "application/json",
                        null,
                        "{\"percent\": 30}"))
                .bodyJson()
                .extractingPath("$.status")
                .isEqualTo("IN_PROGRESS");

        assertThat(send(HttpMethod.DELETE, "/api/v1/projects/MES/tasks/1", "application/json", "\"999\"", ""))
                .hasStatus(HttpStatus.PRECONDITION_FAILED);
        assertThat(send(
                        HttpMethod.DELETE,
                        "/api/v1/projects/MES/tasks/1",
                        "application/json",
                        etag("/api/v1/projects/MES/tasks/1"),
                        ""))
                .hasStatus(HttpStatus.NO_CONTENT);
    }

    private String etag(String address) {
        return send(HttpMethod.GET, address, "application/json", null, "")
                .getResponse()
                .getHeader("ETag");
    }

    private MvcTestResult send(HttpMethod method, String address, String type, String tag, String body) {
        var request = mvc.method(method).uri(java.net.URI.create(address)).with(as.user(pm));
        if (method != HttpMethod.GET) {
            request.with(csrf());
        }
        if (!body.isEmpty()) {
            request.contentType(type).content(body);
        }
        if (tag != null) {
            request.header("If-Match", tag);
        }
        return request.exchange();
    }
}
