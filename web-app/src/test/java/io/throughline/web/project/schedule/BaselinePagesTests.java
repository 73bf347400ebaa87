package io.throughline.web.project.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.test.SignInAs;
import io.throughline.test.WebTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Baselines of a plan of two tasks: proposed, decided, compared. */
@WebTest
class BaselinePagesTests {

    private static final String API = "/api/v1/projects/MES";
    private static final String PAGE = "/projects/MES/baselines";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SignInAs as;

    private Viewer pm;
    private Viewer manager;

    @BeforeEach
    void aPlan() {
        pm = as.create(Role.PROJECT_MANAGER);
        manager = as.create(Role.MANAGER);
        send(pm, "/api/v1/projects", """
                {"name": "MES 上线", "key": "MES", "visibility": "INTERNAL", "plannedStart": "2026-03-02"}
                """);
        send(pm, API + "/tasks", "{\"name\": \"设计\", \"durationMinutes\": 2400}");
        send(pm, API + "/tasks", "{\"name\": \"采购\", \"durationMinutes\": 1440}");
    }

    @Test
    void isProposedOnThePageAndApprovedByAManager() {
        assertThat(page(pm, PAGE)).bodyText().contains("还没有基准", "提交审批");
        assertThat(form(pm, PAGE, "note", "合同签订后")).hasRedirectedUrl(PAGE);
        assertThat(page(pm, PAGE)).bodyText().contains("待批基准", "合同签订后").doesNotContain("提交审批");
        assertThat(page(manager, "/my")).bodyText().contains("MES 上线 的基准待您批准");

        assertThat(form(pm, PAGE + "/proposal/approval", "note", "")).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(form(manager, PAGE + "/proposal/approval", "note", "")).hasRedirectedUrl(PAGE);

        assertThat(page(pm, PAGE)).bodyText().contains("R0", "已批准", "提交审批");
        assertThat(page(manager, "/my")).bodyText().doesNotContain("的基准待您批准");
    }

    @Test
    void saysBesideTheFieldThatARejectionNeedsItsReason() {
        form(pm, PAGE, "note", "");

        assertThat(form(manager, PAGE + "/proposal/refusal", "reason", " "))
                .hasStatusOk()
                .bodyText()
                .contains("请填写驳回理由", "aria-invalid=\"true\"");
        assertThat(form(manager, PAGE + "/proposal/refusal", "reason", "采购周期太短"))
                .hasRedirectedUrl(PAGE);
        assertThat(page(pm, PAGE)).bodyText().contains("已驳回", "采购周期太短");
    }

    @Test
    void saysWhyAPlanWithoutDatesCannotBeFrozen() {
        send(
                pm,
                "/api/v1/projects",
                "{\"name\": \"空白项目\", \"key\": \"LEER\", \"visibility\": \"INTERNAL\", \"plannedStart\": \"2026-03-02\"}");

        assertThat(form(pm, "/projects/LEER/baselines", "note", "首版"))
                .hasStatusOk()
                .bodyText()
                .contains("value=\"首版\"", "计划里还没有带日期的任务");
    }

    @Test
    void showsWhatMoved() {
        form(manager, PAGE, "note", "");
        send(pm, API + "/tasks", "{\"name\": \"调试\", \"durationMinutes\": 4800}");

        assertThat(page(pm, PAGE + "/r0"))
                .hasStatusOk()
                .bodyText()
                .contains("调试", "新增", "2026-03-06", "2026-03-13")
                .doesNotContain("采购");
        assertThat(page(pm, PAGE + "/r0?change=SAME")).bodyText().contains("采购").doesNotContain("调试");
        assertThat(page(pm, PAGE + "/r3")).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void servesPrograms() {
        assertThat(send(pm, API + "/baselines", "{\"note\": \"首版\"}"))
                .hasStatus(HttpStatus.CREATED)
                .bodyJson()
                .extractingPath("$[0].status")
                .isEqualTo("PROPOSED");
        assertThat(send(pm, API + "/baselines", "{}")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(send(pm, API + "/baselines/proposal/decision", "{\"approved\": true}"))
                .hasStatus(HttpStatus.FORBIDDEN);
        assertThat(send(manager, API + "/baselines/proposal/decision", "{\"approved\": true}"))
                .bodyJson()
                .extractingPath("$[0].name")
                .isEqualTo("R0");
        assertThat(page(pm, API + "/baselines/r0/comparison"))
                .bodyJson()
                .extractingPath("$.changes[0].variance")
                .isEqualTo("SAME");
    }

    private MvcTestResult page(Viewer viewer, String path) {
        return mvc.get().uri(path).with(as.user(viewer)).exchange();
    }

    private MvcTestResult form(Viewer viewer, String path, String field, String value) {
        return mvc.post()
                .uri(path)
                .with(as.user(viewer))
                .with(csrf())
                .param(field, value)
                .exchange();
    }

    private MvcTestResult send(Viewer viewer, String path, String body) {
        return mvc.post()
                .uri(path)
                .with(as.user(viewer))
                .with(csrf())
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }
}
