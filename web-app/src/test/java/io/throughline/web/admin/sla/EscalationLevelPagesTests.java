package io.throughline.web.admin.sla;

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

/** Escalation levels of a policy by form and by program. */
@WebTest
class EscalationLevelPagesTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SignInAs as;

    Viewer admin;
    Viewer lead;
    String page;

    @BeforeEach
    void aPolicy() {
        admin = as.create(Role.ADMIN);
        lead = as.create(Role.MANAGER);
        var created = mvc.post()
                .uri("/api/v1/sla-policies")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body("\"RESOLUTION\",\"offset\":\"-50%\",\"tell\":[\"OWNER\"],\"raisePriority\":true"))
                .with(as.user(admin))
                .with(csrf())
                .exchange();
        assertThat(created)
                .hasStatus(201)
                .bodyJson()
                .extractingPath("$.draft.levels[0].offset")
                .isEqualTo("-50%");
        page = Objects.requireNonNull(created.getResponse().getHeader("Location"))
                .replace("/api/v1", "/admin");
    }

    @Test
    void areShownInWordsAddedChangedAndRemoved() {
        assertThat(get(page)).bodyText().contains("第 1 级：解决 · 到期前时限的 50%", "通知负责人 · 优先级提高一级");
        assertThat(get(page + "/levels/new")).hasStatusOk().bodyText().contains("添加升级级别", "到期之前");

        assertThat(level(page + "/levels", "AFTER", "2", "HOURS")).hasStatus3xxRedirection();
        assertThat(get(page)).bodyText().contains("第 2 级：首次响应 · 到期后 2 小时", "仅当：P1", " · 仍无人负责", "通知经理、" + lead.name());

        assertThat(get(page + "/levels/2/edit")).hasStatusOk().bodyText().contains("编辑第 2 级", lead.login());
        assertThat(level(page + "/levels/2", "AT", "", "HOURS")).hasStatus3xxRedirection();
        assertThat(get(page)).bodyText().contains("第 2 级：首次响应 · 到期时");

        assertThat(post(page + "/levels/1/removal")).hasStatus3xxRedirection();
        assertThat(get(page)).bodyText().contains("第 1 级：首次响应 · 到期时").doesNotContain("第 2 级");
        assertThat(get(page + "/levels/2/edit")).hasStatus(404);
    }

    @Test
    void keepWhatWasTypedBesideTheReason() {
        assertThat(level(page + "/levels", "AFTER", "", "HOURS"))
                .hasStatusOk()
                .bodyText()
                .contains("请填写提前或推后多少");
        assertThat(level(page + "/levels", "BEFORE", "150", "PERCENT"))
                .hasStatusOk()
                .bodyText()
                .contains("提前不能超过 100%", "150");
        var nothing = mvc.post()
                .uri(page + "/levels")
                .param("clock", "RESOLUTION")
                .param("side", "AT")
                .param("unit", "HOURS")
                .param("place", "2")
                .with(as.user(admin))
                .with(csrf())
                .exchange();
        assertThat(nothing).hasStatusOk().bodyText().contains("请至少选择一个动作");
    }

    @Test
    void stayWhenThePolicyItselfIsChanged() {
        var changed = mvc.post()
                .uri(page)
                .param("nameZh", "升级测试")
                .param("nameEn", "Escalating")
                .param("position", "5")
                .param("basis", "KIND_PRIORITY")
                .param("kinds", "TRAINING")
                .param("calendar", "1")
                .param("resolution", "9h")
                .param("version", "0")
                .with(as.user(admin))
                .with(csrf())
                .exchange();
        assertThat(changed).hasStatus3xxRedirection();
        assertThat(get(page)).bodyText().contains("9 小时", "到期前时限的 50%");
    }

    @Test
    void areRefusedToProgramsWhereTheyCannotBeRead() {
        assertThat(send(body("\"RESOLUTION\",\"offset\":\"soon\",\"raisePriority\":true")))
                .hasStatus(422);
        assertThat(send(body("\"RESOLUTION\",\"offset\":\"0m\""))).hasStatus(422);
        assertThat(send(body("\"RESOLUTION\",\"offset\":\"0m\",\"people\":[999999999]")))
                .hasStatus(422);
    }

    private MvcTestResult send(String body) {
        return mvc.post()
                .uri("/api/v1/sla-policies")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .with(as.user(admin))
                .with(csrf())
                .exchange();
    }

    private static String body(String level) {
        return """
                {"name":"升级测试","nameEn":"Escalating","basis":"KIND_PRIORITY","kinds":["TRAINING"],"calendar":1,
                 "targets":{"RESOLUTION":{"P1":"4h","P2":"4h"}},"levels":[{"clock":%s}]}""".formatted(level);
    }

    private MvcTestResult level(String address, String side, String amount, String unit) {
        return mvc.post()
                .uri(address)
                .param("clock", "FIRST_RESPONSE")
                .param("side", side)
                .param("amount", amount)
                .param("unit", unit)
                .param("place", "2")
                .param("priorities", "P1")
                .param("unassigned", "true")
                .param("tell", "MANAGERS")
                .param("people", lead.login())
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
