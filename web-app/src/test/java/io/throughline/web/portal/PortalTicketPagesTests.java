package io.throughline.web.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.throughline.aftersales.ticket.AddMessage;
import io.throughline.aftersales.ticket.AskForHelp;
import io.throughline.aftersales.ticket.PortalTickets;
import io.throughline.aftersales.ticket.TicketConversation;
import io.throughline.aftersales.ticket.Tickets;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.test.Companies;
import io.throughline.test.SignInAs;
import io.throughline.test.WebTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WebTest
class PortalTicketPagesTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SignInAs as;

    @Autowired
    Companies companies;

    @Autowired
    PortalTickets portal;

    @Autowired
    Tickets tickets;

    @Autowired
    TicketConversation conversation;

    private Viewer agent;
    private Viewer asker;
    private Viewer colleagueOfAsker;
    private Viewer stranger;
    private String number;

    @BeforeEach
    void aTicketOfACustomer() {
        agent = as.create(Role.SUPPORT_AGENT);
        long ours = companies.customer();
        asker = as.contact(companies.contact(ours));
        colleagueOfAsker = as.contact(companies.contact(ours));
        stranger = as.contact(companies.contact(companies.customer()));
        number = portal.ask(asker, new AskForHelp(null, "主轴异响", "开机后**有异响**", null, null))
                .number();
    }

    @Test
    void letsTheCustomerAskConfirmAndRate() {
        assertThat(mvc.get().uri("/portal").with(as.user(asker)))
                .hasStatusOk()
                .bodyText()
                .contains("主轴异响");
        assertThat(mvc.get().uri("/portal/tickets/new").with(as.user(asker))).hasStatusOk();
        assertThat(mvc.post()
                        .uri("/portal/tickets")
                        .param("subject", "")
                        .param("body", "字还在")
                        .with(as.user(asker))
                        .with(csrf()))
                .hasStatusOk()
                .bodyText()
                .contains("请填写", "字还在");
        tickets.resolve(agent, number);
        assertThat(mvc.get().uri("/portal/tickets/" + number).with(as.user(asker)))
                .bodyText()
                .contains("问题解决了吗？", "请评价这次服务");

        assertThat(mvc.post()
                        .uri("/portal/tickets/" + number + "/closure")
                        .with(as.user(asker))
                        .with(csrf()))
                .hasStatus3xxRedirection();
        assertThat(mvc.post()
                        .uri("/portal/tickets/" + number + "/rating")
                        .param("rating", "5")
                        .param("comment", "很快")
                        .with(as.user(asker))
                        .with(csrf()))
                .hasStatus3xxRedirection();

        assertThat(mvc.get().uri("/portal/tickets/" + number).with(as.user(asker)))
                .bodyText()
                .contains("5 分（满分 5 分）", "很快", "已结束");
        assertThat(mvc.get().uri("/portal/tickets?view=all").with(as.user(asker)))
                .hasStatusOk()
                .bodyText()
                .contains(number);
    }

    @Test
    void neverShowsInternalWordsInThePortal() {
        conversation.add(agent, number, AddMessage.note("客户欠款，先不上门"));

        assertThat(mvc.get().uri("/portal/tickets/" + number).with(as.user(asker)))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("欠款");
    }

    @Test
    void hidesATicketFromEverybodyElse() {
        assertThat(mvc.get().uri("/portal/tickets/" + number).with(as.user(stranger)))
                .hasStatus(404);
        assertThat(mvc.get().uri("/portal/tickets/" + number).with(as.user(colleagueOfAsker)))
                .hasStatus(404);
        assertThat(mvc.get().uri("/tickets/" + number).with(as.user(asker))).hasStatus(403);
        assertThat(mvc.get().uri("/portal").with(as.user(agent))).hasStatus(403);
    }
}
