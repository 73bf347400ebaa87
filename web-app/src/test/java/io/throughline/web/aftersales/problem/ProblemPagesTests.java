package io.throughline.web.aftersales.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.test.Companies;
import io.throughline.test.SignInAs;
import io.throughline.test.Statements;
import io.throughline.test.WebTest;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebTest
class ProblemPagesTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SignInAs as;

    @Autowired
    Companies companies;

    private Viewer agent;
    private Viewer asker;
    private String ticket;

    @BeforeEach
    void aFaultIsReportedInThePortal() {
        agent = as.create(Role.SUPPORT_AGENT);
        asker = as.contact(companies.contact(companies.customer()));
        var asked = send(asker, "/portal/tickets", Map.of("subject", "镜头结露停机", "body", "报 E217"));
        var address = Objects.requireNonNull(asked.getResponse().getRedirectedUrl());
        ticket = address.substring(address.lastIndexOf('/') + 1);
    }

    @Test
    void walksFromTheTicketToTheArticle() {
        assertThat(read(agent, "/tickets/" + ticket)).bodyText().contains("/tickets/" + ticket + "/problem");
        assertThat(read(agent, "/problems/new?ticket=" + ticket)).bodyText().contains("镜头结露停机", "报 E217", ticket);
        var page = opened(Map.of("title", "镜头结露", "description", "冬天早班", "cause", "ENVIRONMENT", "tickets", ticket));
        assertThat(read(agent, page)).bodyText().contains("镜头结露停机", "建立了共性问题", "开始调查");

        moved(page, "INVESTIGATING");
        assertThat(send(agent, page + "/state", Map.of("to", "KNOWN_ERROR", "version", version(page))))
                .flash()
                .extractingByKey("toast")
                .asString()
                .contains("rootCauseFirst");
        assertThat(send(
                        agent,
                        page,
                        Map.of(
                                "title", "镜头结露",
                                "description", "冬天早班",
                                "rootCause", "湿度高",
                                "workaround", "加防护罩",
                                "version", version(page))))
                .hasStatus3xxRedirection();
        moved(page, "KNOWN_ERROR");
        assertThat(read(agent, "/tickets/" + ticket + "/problem")).bodyText().contains("已知错误，可以先这样处理", "加防护罩");
        var offered = send(agent, "/problems/offers", Map.of("subject", "镜头又结露了", "body", ""));
        assertThat(offered).hasStatusOk().bodyText().contains("镜头结露", "加防护罩");

        assertThat(send(agent, page + "/article", Map.of())).hasStatus3xxRedirection();
        assertThat(read(agent, page)).bodyText().contains("写成知识文章 KB-");
        assertThat(read(agent, "/problems?filter.knownError=true")).bodyText().contains("镜头结露");
        assertThat(Statements.during(() -> read(agent, page))).hasSizeLessThanOrEqualTo(10);
    }

    @Test
    void linksAndUnlinksWithAWayBack() {
        var page = opened(Map.of("title", "结露", "description", "早班"));

        assertThat(send(agent, page + "/tickets", Map.of("ticket", ticket)))
                .flash()
                .extractingByKey("toast")
                .asString()
                .contains("removal");
        assertThat(read(agent, page)).bodyText().contains("镜头结露停机");
        assertThat(send(agent, page + "/tickets/" + ticket + "/removal", Map.of()))
                .flash()
                .extractingByKey("toast")
                .asString()
                .contains("tickets?ticket=" + ticket);
        assertThat(read(agent, page)).bodyText().contains("还没有关联工单");
        assertThat(send(agent, "/tickets/" + ticket + "/problem/link", Map.of("problem", page.substring(10))))
                .hasRedirectedUrl("/tickets/" + ticket);
    }

    @Test
    void saysAtTheFieldWhatIsMissing() {
        assertThat(send(agent, "/problems", Map.of("title", "", "description", "早班")))
                .hasStatusOk()
                .bodyText()
                .contains("title-error", "早班");
    }

    @Test
    void countsCausesAndShowsTheTicketsBehind() {
        for (var step : Map.of("symptoms", "报 E217").entrySet()) {
            send(agent, "/tickets/" + ticket + "/diagnosis/symptoms", Map.of(step.getKey(), step.getValue()));
        }
        send(agent, "/tickets/" + ticket + "/diagnosis/cause", Map.of("cause", "ENVIRONMENT"));

        assertThat(read(agent, "/problems/causes")).bodyText().contains("使用环境", "累计占比");
        assertThat(read(agent, "/problems/causes?filter.cause=ENVIRONMENT"))
                .bodyText()
                .contains("镜头结露停机");
        assertThat(read(agent, "/problems/candidates")).bodyText().contains("可能的共性问题");
    }

    @Test
    void answersPrograms() {
        var made = call(
                agent,
                "/api/v1/problems",
                "{\"title\":\"结露\",\"description\":\"早班\",\"tickets\":[\"" + ticket + "\"]}");
        assertThat(made)
                .hasStatus(201)
                .bodyJson()
                .extractingPath("$.tickets[0].number")
                .isEqualTo(ticket);
        var address = Objects.requireNonNull(made.getResponse().getHeader("Location"));
        assertThat(read(agent, address))
                .bodyJson()
                .extractingPath("$.problem.state")
                .isEqualTo("NEW");
        assertThat(read(agent, "/api/v1/tickets/" + ticket + "/problem"))
                .bodyJson()
                .extractingPath("$.title")
                .isEqualTo("结露");
        assertThat(read(agent, "/api/v1/problems")).bodyText().contains("结露");
        assertThat(read(agent, "/api/v1/problems/causes")).hasStatusOk();
        assertThat(read(agent, "/api/v1/problems/candidates?least=2")).hasStatusOk();
        assertThat(mvc.delete()
                        .uri(address + "/tickets/" + ticket)
                        .with(as.user(agent))
                        .with(csrf()))
                .bodyJson()
                .extractingPath("$.problem.tickets")
                .isEqualTo(0);
    }

    @Test
    void isKeptFromThoseWithoutAPart() {
        var page = opened(Map.of("title", "结露", "description", "早班"));

        assertThat(mvc.get().uri(page).with(as.user(as.create(Role.PROJECT_MANAGER))))
                .hasStatus(404);
        assertThat(mvc.get().uri(page).with(as.user(as.create(Role.TRAINER)))).hasStatus(403);
        assertThat(send(as.create(Role.TECHNICIAN), page + "/article", Map.of()))
                .hasStatus(403);
        assertThat(mvc.get().uri("/problems/PB-2026-999999").with(as.user(agent)))
                .hasStatus(404);
    }

    private String opened(Map<String, String> form) {
        var answer = send(agent, "/problems", form);
        assertThat(answer).hasStatus3xxRedirection();
        return Objects.requireNonNull(answer.getResponse().getRedirectedUrl());
    }

    private void moved(String page, String to) {
        assertThat(send(agent, page + "/state", Map.of("to", to, "version", version(page))))
                .flash()
                .extractingByKey("toast")
                .asString()
                .contains("moved." + to);
    }

    private String version(String page) {
        return Objects.requireNonNull(
                        read(agent, "/api/v1" + page).getResponse().getHeader("ETag"))
                .replace("\"", "");
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
