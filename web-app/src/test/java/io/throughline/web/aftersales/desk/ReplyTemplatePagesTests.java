package io.throughline.web.aftersales.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.throughline.aftersales.desk.ReplyTemplateQueries;
import io.throughline.aftersales.desk.ReplyTemplates;
import io.throughline.aftersales.desk.SaveReplyTemplate;
import io.throughline.aftersales.desk.Sharing;
import io.throughline.aftersales.ticket.AskForHelp;
import io.throughline.aftersales.ticket.PortalTickets;
import io.throughline.aftersales.ticket.TicketDetailQueries;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.test.Companies;
import io.throughline.test.SignInAs;
import io.throughline.test.WebTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebTest
class ReplyTemplatePagesTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SignInAs as;

    @Autowired
    Companies companies;

    @Autowired
    PortalTickets portal;

    @Autowired
    ReplyTemplates templates;

    @Autowired
    ReplyTemplateQueries queries;

    @Autowired
    TicketDetailQueries tickets;

    private Viewer agent;
    private String number;

    @BeforeEach
    void anAgentAndATicket() {
        agent = as.create(Role.SUPPORT_AGENT);
        var asker = as.contact(companies.contact(companies.customer()));
        number = portal.ask(asker, new AskForHelp(null, "主轴异响", "有异响", null, null))
                .number();
    }

    @Test
    void takesATemplateFromTheFormToTheList() {
        assertThat(mvc.get().uri("/reply-templates/new").param("lang", "en").with(as.user(agent)))
                .hasStatusOk()
                .bodyText()
                .contains("{{contact}}", "{{联系人}}");
        assertThat(form("/reply-templates", "您好，{{联系人}}", "OWN")).hasRedirectedUrl("/reply-templates");
        assertThat(mvc.get().uri("/reply-templates").with(as.user(agent)))
                .hasStatusOk()
                .bodyText()
                .contains("收到了", "仅中文");
        long id = queries.choices(agent).templates().get(0).id();

        assertThat(mvc.get().uri("/reply-templates/" + id + "/edit").with(as.user(agent)))
                .hasStatusOk();
        assertThat(post("/reply-templates/" + id + "/removal")).hasRedirectedUrl("/reply-templates");
        assertThat(queries.choices(agent).templates()).isEmpty();
        assertThat(post("/reply-templates/" + id + "/removal/undo")).hasRedirectedUrl("/reply-templates");
        assertThat(queries.choices(agent).templates()).hasSize(1);
    }

    @Test
    void saysAtItsTextWhichPlaceholderNobodyKnows() {
        assertThat(form("/reply-templates", "您好，{{先生}}", "OWN"))
                .hasStatusOk()
                .bodyText()
                .contains("没有占位符 {{先生}}", "{{承诺时间}}", "textZh-error");
        assertThat(form("/reply-templates", "您好", "EVERYONE"))
                .hasStatusOk()
                .bodyText()
                .contains("您不能这样共享", "sharing-error");
    }

    @Test
    void insertsItIntoTheDraftWithoutScript() {
        long id = template("{{联系人}}，{{项目}}");

        assertThat(mvc.post()
                        .uri("/tickets/" + number + "/reply-templates")
                        .param("template", String.valueOf(id))
                        .param("visibility", "PUBLIC")
                        .param("body", "已开始写")
                        .with(as.user(agent))
                        .with(csrf()))
                .hasRedirectedUrl("/tickets/" + number + "#composer");

        var ticket = tickets.detail(agent, number);
        assertThat(ticket.draftReply()).startsWith("已开始写\n\n").contains(ticket.requester() + "，【项目？】");
        assertThat(mvc.get().uri("/tickets/" + number).with(as.user(agent)))
                .bodyText()
                .contains("【项目？】", "收到了</option>");
    }

    @Test
    void sendsNoTextWithAGap() {
        assertThat(mvc.post()
                        .uri("/tickets/" + number + "/messages")
                        .param("body", "最晚【承诺时间？】")
                        .param("visibility", "PUBLIC")
                        .with(as.user(agent))
                        .with(csrf()))
                .hasStatusOk()
                .bodyText()
                .contains("还有内容未填写：【承诺时间？】");
        assertThat(mvc.post()
                        .uri("/tickets/" + number + "/messages")
                        .param("body", "最晚【承诺时间？】")
                        .param("visibility", "INTERNAL")
                        .with(as.user(agent))
                        .with(csrf()))
                .hasStatus3xxRedirection();
    }

    @Test
    void isWrittenListedFilledAndRemovedByPrograms() {
        var made = mvc.post()
                .uri("/api/v1/reply-templates")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"name\":\"API\",\"textEn\":\"Ticket {{number}}\",\"sharing\":\"OWN\"}")
                .with(as.user(agent))
                .with(csrf())
                .exchange();
        assertThat(made).hasStatus(201);
        var at = String.valueOf(made.getResponse().getHeader("Location"));
        var id = at.substring(at.lastIndexOf('/') + 1);

        assertThat(mvc.get().uri("/api/v1/reply-templates").with(as.user(agent)))
                .hasStatusOk()
                .bodyText()
                .contains("\"name\":\"API\"");
        assertThat(mvc.get()
                        .uri("/api/v1/tickets/" + number + "/reply-templates/" + id)
                        .with(as.user(agent)))
                .hasStatusOk()
                .bodyText()
                .contains("Ticket " + number, "\"language\":\"en\"", "\"otherLanguage\":true");
        assertThat(mvc.put()
                        .uri(at)
                        .header("If-Match", "\"0\"")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"name\":\"API\",\"textEn\":\"{{nobody}}\",\"sharing\":\"OWN\"}")
                        .with(as.user(agent))
                        .with(csrf()))
                .hasStatus(422)
                .bodyText()
                .contains("textEn", "{{contact}}");
        assertThat(mvc.delete().uri(at).with(as.user(agent)).with(csrf())).hasStatus(204);
        assertThat(mvc.get().uri(at).with(as.user(agent))).hasStatus(404);
    }

    private long template(String text) {
        return templates.write(agent, new SaveReplyTemplate("收到了", text, null, Sharing.OWN, null, null));
    }

    private MvcTestResult form(String address, String text, String sharing) {
        return mvc.post()
                .uri(address)
                .param("name", "收到了")
                .param("textZh", text)
                .param("sharing", sharing)
                .with(as.user(agent))
                .with(csrf())
                .exchange();
    }

    private MvcTestResult post(String address) {
        return mvc.post().uri(address).with(as.user(agent)).with(csrf()).exchange();
    }
}
