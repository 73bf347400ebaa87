package io.throughline.web.admin.automation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.test.SignInAs;
import io.throughline.test.WebTest;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Automation rules by form and by program. */
@WebTest
class AutomationPagesTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SignInAs as;

    Viewer admin;

    @BeforeEach
    void anAdministrator() {
        admin = as.create(Role.ADMIN);
    }

    @Test
    void areWrittenTriedSwitchedOnAndOff() {
        assertThat(get("/admin/automation/new")).hasStatusOk().bodyText().contains("新工单", "客户在等我们回复");
        var page = created(form("UNANSWERED", "4", "HOURS", "P1"));

        assertThat(get(page)).bodyText().contains("客户在等我们回复，已有 4 小时", "标题或消息里有 · ", "停机", "优先级改为 · ", "P1", "停用中");
        assertThat(get(page + "?days=1")).hasStatusOk().bodyText().contains("现在会碰到");
        assertThat(post(page + "/activation")).hasStatus3xxRedirection();
        assertThat(get(page)).bodyText().doesNotContain("停用中").contains("还没有执行过");
        assertThat(get("/admin/automation")).bodyText().contains("停机升级", "客户在等我们回复，已有 4 小时");
        assertThat(post(page + "/activation/removal")).hasStatus3xxRedirection();
        assertThat(get(page)).bodyText().contains("停用中");

        assertThat(get(page + "/edit")).hasStatusOk().bodyText().contains("value=\"停机, 急停\"");
        assertThat(get(page + "/edit?lang=en")).hasStatusOk().bodyText().contains("Edit the rule");
    }

    @Test
    void keepWhatWasTypedBesideTheReason() {
        assertThat(form("UNANSWERED", "", "HOURS", "P1"))
                .hasStatusOk()
                .bodyText()
                .contains("请填写等多久", "停机，急停");
        assertThat(form("OPENED", "", "HOURS", "")).hasStatusOk().bodyText().contains("请至少选一项要做的事");
    }

    @Test
    void areThereForPrograms() {
        var sent = json("/api/v1/automation-rules", """
                {"name":"停机升级","occasion":"OPENED","when":{"words":["停机"],"kinds":["DIAGNOSIS"]},
                 "then":{"priority":"P1","tell":["MANAGERS"]}}""");
        assertThat(sent).hasStatus(201).bodyJson().extractingPath("$.active").isEqualTo(false);
        var address = Objects.requireNonNull(sent.getResponse().getHeader("Location"));

        assertThat(post(address + "/activation"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.active")
                .isEqualTo(true);
        assertThat(get(address))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.when.words[0]")
                .isEqualTo("停机");
        assertThat(get(address + "/trial?days=30"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.met")
                .isNotNull();
        assertThat(get(address + "/runs"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.rows")
                .asArray()
                .isEmpty();
        assertThat(mvc.delete()
                        .uri(address + "/activation")
                        .with(as.user(admin))
                        .with(csrf())
                        .exchange())
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.active")
                .isEqualTo(false);
    }

    @Test
    void refuseWhatCannotBe() {
        assertThat(json("/api/v1/automation-rules", "{\"name\":\"x\",\"occasion\":\"OPENED\",\"then\":{}}"))
                .hasStatus(422)
                .bodyText()
                .contains("请至少选一项要做的事");
        assertThat(json(
                        "/api/v1/automation-rules",
                        "{\"name\":\"x\",\"occasion\":\"OPENED\",\"then\":{\"status\":\"ON_HOLD\"}}"))
                .hasStatus(422)
                .bodyText()
                .contains("规则不能把工单设为");
        assertThat(json(
                        "/api/v1/automation-rules",
                        "{\"name\":\"x\",\"occasion\":\"OPENED\",\"then\":{\"team\":99999999}}"))
                .hasStatus(422)
                .bodyText()
                .contains("不存在的团队");
        assertThat(
                        json(
                                "/api/v1/automation-rules",
                                "{\"name\":\"x\",\"occasion\":\"OPENED\",\"when\":{\"customers\":[\"C-0\"]},\"then\":{\"priority\":\"P1\"}}"))
                .hasStatus(422)
                .bodyText()
                .contains("没有编号为 C-0 的客户");
        assertThat(get("/admin/automation/99999999")).hasStatus(404);
    }

    private MvcTestResult form(String occasion, String wait, String unit, String priority) {
        return mvc.post()
                .uri("/admin/automation")
                .param("nameZh", "停机升级")
                .param("nameEn", "Outages")
                .param("position", "10")
                .param("occasion", occasion)
                .param("waitMinutes", wait)
                .param("waitUnit", unit)
                .param("words", "停机，急停")
                .param("priority", priority)
                .with(as.user(admin))
                .with(csrf())
                .exchange();
    }

    private static String created(MvcTestResult result) {
        assertThat(result).hasStatus3xxRedirection();
        return Objects.requireNonNull(result.getResponse().getRedirectedUrl());
    }

    private MvcTestResult json(String address, String body) {
        return mvc.post()
                .uri(address)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .with(as.user(admin))
                .with(csrf())
                .exchange();
    }

    private MvcTestResult get(String address) {
        return mvc.get().uri(address).with(as.user(admin)).exchange();
    }

    private MvcTestResult post(String address) {
        return mvc.post().uri(address).with(as.user(admin)).with(csrf()).exchange();
    }
}
