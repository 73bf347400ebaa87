package io.throughline.web.aftersales.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.throughline.aftersales.desk.MacroQueries;
import io.throughline.aftersales.desk.ReplyTemplates;
import io.throughline.aftersales.desk.SaveReplyTemplate;
import io.throughline.aftersales.desk.Sharing;
import io.throughline.aftersales.ticket.AskForHelp;
import io.throughline.aftersales.ticket.PortalTickets;
import io.throughline.aftersales.ticket.TicketDetailQueries;
import io.throughline.foundation.model.PageRequest;
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
class MacroPagesTests {

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
    MacroQueries macros;

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
    void isWrittenShownOnATicketAndRunThere() {
        long template =
                templates.write(agent, new SaveReplyTemplate("请补充", "{{联系人}}，请补充", null, Sharing.OWN, null, null));
        assertThat(mvc.get().uri("/macros/new").param("lang", "en").with(as.user(agent)))
                .hasStatusOk();
        assertThat(mvc.post()
                        .uri("/macros")
                        .param("name", "待补充")
                        .param("templateId", String.valueOf(template))
                        .param("status", "WAITING_CUSTOMER")
                        .param("toMe", "true")
                        .param("sharing", "OWN")
                        .with(as.user(agent))
                        .with(csrf()))
                .hasRedirectedUrl("/macros");
        assertThat(mvc.get().uri("/macros").with(as.user(agent)))
                .hasStatusOk()
                .bodyText()
                .contains("待补充", "回复“请补充”", "处理人改为执行者");
        long id = macro();

        assertThat(mvc.get().uri("/tickets/" + number + "/macros?macro=" + id).with(as.user(agent)))
                .hasStatus3xxRedirection();
        assertThat(mvc.get().uri("/tickets/" + number + "/macros/" + id).with(as.user(agent)))
                .hasStatusOk()
                .bodyText()
                .contains("，请补充</textarea>", "待客户回复");
        assertThat(post("/tickets/" + number + "/macros/" + id)).hasRedirectedUrl("/tickets/" + number);

        assertThat(tickets.detail(agent, number))
                .returns("WAITING_CUSTOMER", ticket -> ticket.status().code())
                .returns(agent.id().value(), ticket -> ticket.assigneeId());
        assertThat(mvc.get().uri("/tickets/" + number).with(as.user(agent)))
                .bodyText()
                .contains("执行快捷操作“待补充”：");
    }

    @Test
    void saysWhatIsMissing() {
        assertThat(mvc.post()
                        .uri("/macros")
                        .param("name", "空")
                        .param("sharing", "OWN")
                        .with(as.user(agent))
                        .with(csrf()))
                .hasStatusOk()
                .bodyText()
                .contains("请至少选择一项改动");
    }

    @Test
    void isWrittenShownRunAndRemovedByPrograms() {
        var made = json("/api/v1/macros", "{\"name\":\"结案\",\"status\":\"RESOLVED\",\"sharing\":\"OWN\"}");
        assertThat(made).hasStatus(201);
        long id = macro();
        assertThat(mvc.get().uri("/api/v1/macros").with(as.user(agent)))
                .hasStatusOk()
                .bodyText()
                .contains("结案");
        assertThat(mvc.get().uri("/api/v1/tickets/" + number + "/macros/" + id).with(as.user(agent)))
                .hasStatusOk()
                .bodyText()
                .contains("\"field\":\"STATUS\"", "\"to\":\"RESOLVED\"");
        assertThat(json("/api/v1/tickets/" + number + "/macros/" + id, "{}")).hasStatusOk();
        assertThat(tickets.detail(agent, number).isResolved()).isTrue();
        assertThat(mvc.delete().uri("/api/v1/macros/" + id).with(as.user(agent)).with(csrf()))
                .hasStatus(204);
    }

    private long macro() {
        return macros.rows(agent, PageRequest.of(null, null, null))
                .rows()
                .get(0)
                .id();
    }

    private MvcTestResult json(String address, String body) {
        return mvc.post()
                .uri(address)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .with(as.user(agent))
                .with(csrf())
                .exchange();
    }

    private MvcTestResult post(String address) {
        return mvc.post().uri(address).with(as.user(agent)).with(csrf()).exchange();
    }
}
