package io.throughline.web.aftersales.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.test.Companies;
import io.throughline.test.SignInAs;
import io.throughline.test.Statements;
import io.throughline.test.WebTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebTest
class DiagnosisPagesTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SignInAs as;

    @Autowired
    Companies companies;

    private Viewer agent;
    private Viewer asker;
    private String ticket;
    private String page;

    @BeforeEach
    void aFaultIsReportedInThePortal() {
        agent = as.create(Role.SUPPORT_AGENT);
        asker = as.contact(companies.contact(companies.customer()));
        var asked = send(asker, "/portal/tickets", Map.of("subject", "主轴异响", "body", "开机三分钟后"));
        ticket = asked.getResponse().getRedirectedUrl().substring("/portal".length());
        page = ticket + "/diagnosis";
    }

    @Test
    void walksFromTheSymptomsToTheCustomersWord() {
        assertThat(read(agent, ticket)).bodyText().contains("诊断：现象、原因、变通方案、修复", page);
        assertThat(read(agent, page)).bodyText().contains("分诊", "开始诊断").doesNotContain("修复之前怎样先用起来");

        done("/symptoms", Map.of("symptoms", "周期性异响"));
        done("/workaround", Map.of("workaround", "请先降速", "tell", "true"));
        done("/cause", Map.of("cause", "WEAR", "words", "轴承磨损"));
        done("/fix-plan", Map.of("by", "WORK_ORDER", "reference", "WO-7", "plan", "更换轴承", "day", "2030-01-02"));
        assertThat(read(asker, "/portal" + ticket))
                .bodyText()
                .contains("修复已安排", "请先降速", "2030")
                .doesNotContain("轴承磨损", "WO-7");
        done("/fix", Map.of("remedy", "轴承已更换", "answer", "true"));
        assertThat(read(agent, page)).bodyText().contains("客户的确认");
        assertThat(read(asker, "/portal" + ticket)).bodyText().contains("已修复，请确认", "轴承已更换");
        assertThat(send(asker, "/portal" + ticket + "/closure", Map.of())).hasStatus3xxRedirection();

        assertThat(read(agent, page)).bodyText().contains("客户已确认", "磨损老化");
        assertThat(read(agent, ticket)).bodyText().contains("诊断：已修复", "诊断：给出变通方案");
    }

    @Test
    void saysAtTheFieldWhatIsMissing() {
        done("/symptoms", Map.of("symptoms", "异响"));

        assertThat(send(agent, page + "/cause", Map.of("words", "不知道")))
                .hasStatusOk()
                .bodyText()
                .contains("cause-error", "不知道");
        assertThat(send(agent, page + "/fix", Map.of("remedy", "换了")))
                .hasStatusOk()
                .bodyText()
                .contains("请先记录根本原因", "换了");
        assertThat(send(agent, page + "/fix-plan", Map.of("by", "CHANGE", "plan", "改")))
                .hasStatusOk()
                .bodyText()
                .contains("reference-error");
        assertThat(send(agent, ticket + "/status", Map.of("status", "RESOLVED")))
                .flash()
                .extractingByKey("toast")
                .asString()
                .contains("fixFirst");
    }

    @Test
    void recordsTheCustomersWordForHim() {
        fixed();
        done("/refusal", Map.of("reason", "电话里说还在响"));
        assertThat(read(agent, page)).bodyText().contains("诊断中", "电话里说还在响");
        done("/fix", Map.of("remedy", "又换了"));
        done("/verification", Map.of());

        assertThat(read(agent, page)).bodyText().contains("客户已确认");
    }

    @Test
    void answersProgramsWithTheCourse() {
        var address = "/api/v1" + page;
        assertThat(read(agent, address)).bodyJson().extractingPath("$.state").isEqualTo("TRIAGE");
        assertThat(call(agent, address + "/cause", "{\"cause\":\"WEAR\"}"))
                .hasStatus(422)
                .bodyText()
                .contains("aftersales.diagnosis.symptomsFirst");
        assertThat(call(agent, address + "/symptoms", "{\"symptoms\":\"异响\"}"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.state")
                .isEqualTo("DIAGNOSING");
        assertThat(call(agent, address + "/cause", "{\"cause\":\"WEAR\"}"))
                .bodyJson()
                .extractingPath("$.cause")
                .isEqualTo("WEAR");
        assertThat(call(agent, address + "/fix", "{\"remedy\":\"换了\"}"))
                .bodyJson()
                .extractingPath("$.state")
                .isEqualTo("FIXED");
        assertThat(call(agent, address + "/verification", "{}"))
                .bodyJson()
                .extractingPath("$.state")
                .isEqualTo("VERIFIED");
    }

    @Test
    void isReadByTheColleaguesAndWrittenByThoseWhoMend() {
        var trainer = as.create(Role.TRAINER);

        assertThat(mvc.get().uri(page).with(as.user(trainer))).hasStatus(404);
        assertThat(send(trainer, page + "/symptoms", Map.of("symptoms", "异响"))).hasStatus(403);
    }

    @Test
    void asksTheDatabaseLittle() {
        fixed();
        read(agent, page);

        assertThat(Statements.during(() -> read(agent, page))).hasSizeLessThanOrEqualTo(10);
    }

    private void fixed() {
        done("/symptoms", Map.of("symptoms", "异响"));
        done("/cause", Map.of("cause", "WEAR"));
        done("/fix", Map.of("remedy", "换了"));
    }

    private void done(String step, Map<String, String> form) {
        assertThat(send(agent, page + step, form)).hasStatus3xxRedirection();
    }

    private MvcTestResult read(Viewer viewer, String address) {
        var result = mvc.get().uri(address).with(as.user(viewer)).exchange();
        assertThat(result).hasStatusOk();
        return result;
    }

    private MvcTestResult call(Viewer viewer, String address, String body) {
        return mvc.post()
                .uri(address)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .with(as.user(viewer))
                .with(csrf())
                .exchange();
    }

    private MvcTestResult send(Viewer viewer, String address, Map<String, String> form) {
        var post = mvc.post().uri(address).with(as.user(viewer)).with(csrf());
        form.forEach(post::param);
        return post.exchange();
    }
}
