package io.throughline.web.aftersales.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.test.Companies;
import io.throughline.test.SignInAs;
import io.throughline.test.WebTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebTest
class ComplaintPagesTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SignInAs as;

    @Autowired
    Companies companies;

    private Viewer agent;
    private Viewer manager;
    private Viewer asker;
    private String page;

    @BeforeEach
    void aCustomerComplainsInThePortal() {
        agent = as.create(Role.SUPPORT_AGENT);
        manager = as.create(Role.MANAGER);
        asker = as.contact(companies.contact(companies.customer()));
        var asked = send(asker, "/portal/tickets", Map.of("subject", "上门迟到", "body", "等了两小时", "complaint", "true"));
        assertThat(asked).hasStatus3xxRedirection();
        page = asked.getResponse().getRedirectedUrl().substring("/portal".length()) + "/complaint";
    }

    @Test
    void walksFromTheReceiptToTheClosure() {
        assertThat(read(agent, page)).bodyText().contains("已收到", "告知受理", "投诉处理步骤");
        assertThat(read(agent, page.replace("/complaint", ""))).bodyText().contains("这是一起投诉");

        done("/acknowledgement", agent, Map.of("body", "我们已收到您的投诉。"));
        done("/assessment", agent, assessment());
        done("/investigation", agent, Map.of("investigatorId", manager.id().value() + ""));
        assertThat(read(manager, page)).bodyText().contains("写下调查结果");
        done("/findings", manager, Map.of("findings", "排班冲突", "founded", "true", "cause", "WORK_ON_SITE"));
        done("/response", agent, Map.of("response", "退还上门费。", "remedy", "REFUND", "amount", "500", "currency", "CNY"));
        done("/response/approval", manager, Map.of());
        done("/communication", agent, Map.of());

        var portal = "/portal" + page.replace("/complaint", "");
        assertThat(read(asker, portal))
                .bodyText()
                .contains("退还上门费。", "您接受这个答复吗？")
                .doesNotContain("排班冲突");
        assertThat(send(asker, portal + "/complaint/acceptance", Map.of())).hasStatus3xxRedirection();
        done("/closure", agent, Map.of());

        assertThat(read(agent, page)).bodyText().contains("已结案", "客户接受", "投诉结案");
        assertThat(read(asker, portal)).bodyText().contains("投诉已结案");
        assertThat(read(manager, "/complaints?filter.cause=WORK_ON_SITE&filter.open=false"))
                .bodyText()
                .contains("上门迟到", "退款");
        assertThat(read(manager, "/complaints/trend")).bodyText().contains("现场服务", "100.0%");
    }

    @Test
    void saysAtTheFieldWhatIsMissing() {
        done("/acknowledgement", agent, Map.of("body", ""));

        assertThat(send(agent, page + "/assessment", Map.of("severity", "HIGH", "wanted", "退款")))
                .hasStatusOk()
                .bodyText()
                .contains("complexity-error", "退款");
        assertThat(send(agent, page + "/escalation", Map.of("outsideBody", "")))
                .hasStatusOk()
                .bodyText()
                .contains("outsideBody-error", "day-error");
    }

    @Test
    void saysWhySomebodyMayNotInvestigate() {
        done("/acknowledgement", agent, Map.of("body", ""));
        assertThat(send(agent, page.replace("/complaint", "/ownership"), Map.of()))
                .hasStatus3xxRedirection();
        done("/assessment", agent, assessment());

        assertThat(send(
                        agent,
                        page + "/investigation",
                        Map.of("investigatorId", agent.id().value() + "")))
                .hasStatusOk()
                .bodyText()
                .contains("是这张工单的负责人，不能调查");
    }

    @Test
    void takesTheRefusalOfTheCustomerBackToTheInvestigation() {
        var portal = "/portal" + page;
        assertThat(send(asker, portal + "/refusal", Map.of("reason", "不同意"))).hasStatus3xxRedirection();
        communicated();

        assertThat(send(asker, portal + "/refusal", Map.of("reason", "不同意"))).hasStatus3xxRedirection();

        assertThat(read(agent, page)).bodyText().contains("调查中", "不同意");
    }

    @Test
    void answersProgramsWithTheRule() {
        var address = "/api/v1" + page;
        assertThat(call(agent, address + "/acknowledgement", "{}"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.state")
                .isEqualTo("ACKNOWLEDGED");
        assertThat(call(agent, address + "/closure", "{}"))
                .hasStatus(422)
                .bodyText()
                .contains("aftersales.feedback.remedyAndCause");
        assertThat(call(agent, address + "/assessment", "{\"severity\":\"HIGH\"}"))
                .hasStatus(422)
                .bodyText()
                .contains("/wanted", "/complexity");
        assertThat(read(agent, address))
                .bodyJson()
                .extractingPath("$.steps[1].step")
                .isEqualTo("ACKNOWLEDGEMENT");
        assertThat(read(agent, "/api/v1/complaints?filter.state=ACKNOWLEDGED"))
                .bodyText()
                .contains("上门迟到");
        assertThat(read(agent, "/api/v1/complaints/trend"))
                .bodyJson()
                .extractingPath("$.months.length()")
                .isEqualTo(12);
        assertThat(mvc.get().uri("/api/v1/complaints?filter.what=1").with(as.user(agent)))
                .hasStatus(400);
        assertThat(read(agent, "/api/v1/complaint-causes")).bodyText().contains("RESPONSE_SLOW");
    }

    @Test
    void keepsTheListOfCauses() {
        assertThat(send(manager, "/complaints/causes", Map.of("code", "park", "active", "true")))
                .hasStatusOk()
                .bodyText()
                .contains("code-error");
        assertThat(send(manager, "/complaints/causes", Map.of("code", "PARK", "nameZh", "停车", "active", "true")))
                .hasStatus3xxRedirection();

        assertThat(read(manager, "/complaints/causes?code=PARK")).bodyText().contains("停车", "修改 PARK");
        assertThat(mvc.get().uri("/complaints/causes").with(as.user(agent))).hasStatus(403);
    }

    private void communicated() {
        done("/acknowledgement", agent, Map.of("body", ""));
        done("/assessment", agent, assessment());
        done("/investigation", agent, Map.of("investigatorId", manager.id().value() + ""));
        done("/findings", manager, Map.of("findings", "排班冲突", "founded", "true", "cause", "WORK_ON_SITE"));
        done("/response", agent, Map.of("response", "我们道歉。", "remedy", "APOLOGY"));
        done("/response/approval", manager, Map.of());
        done("/communication", agent, Map.of());
    }

    private static Map<String, String> assessment() {
        return Map.of("severity", "HIGH", "complexity", "LOW", "impact", "MEDIUM", "wanted", "退款");
    }

    private void done(String step, Viewer who, Map<String, String> fields) {
        assertThat(send(who, page + step, fields)).as(step).hasStatus3xxRedirection();
        read(who, page);
    }

    private MvcTestResult read(Viewer who, String address) {
        var answer = mvc.get().uri(address).with(as.user(who)).exchange();
        assertThat(answer).hasStatusOk();
        return answer;
    }

    private MvcTestResult send(Viewer who, String address, Map<String, String> fields) {
        var request = mvc.post().uri(address).with(as.user(who)).with(csrf());
        fields.forEach(request::param);
        return request.exchange();
    }

    private MvcTestResult call(Viewer who, String address, String body) {
        return mvc.post()
                .uri(address)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .with(as.user(who))
                .with(csrf())
                .exchange();
    }
}
