package io.throughline.web.aftersales.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.throughline.aftersales.desk.SavedViews;
import io.throughline.aftersales.ticket.AskForHelp;
import io.throughline.aftersales.ticket.PortalTickets;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.test.Companies;
import io.throughline.test.SignInAs;
import io.throughline.test.WebTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebTest
class SavedViewPagesTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SignInAs as;

    @Autowired
    Companies companies;

    @Autowired
    PortalTickets portal;

    @Autowired
    SavedViews views;

    private Viewer agent;

    @BeforeEach
    void anAgentAndATicket() {
        agent = as.create(Role.SUPPORT_AGENT);
        var asker = as.contact(companies.contact(companies.customer()));
        portal.ask(asker, new AskForHelp(null, "主轴异响", "有异响", null, null));
    }

    @Test
    void isSavedFromTheListCountedChangedAndRemoved() {
        var saved = save("view=open&filter.status=NEW&peek=TK-1&after=x");
        long id = views.of(agent).get(0).id();
        assertThat(saved).hasRedirectedUrl("/tickets?filter.status=NEW&view=open&saved=" + id);

        assertThat(get("/tickets?filter.status=NEW&view=open&saved=" + id))
                .hasStatusOk()
                .bodyText()
                .contains("新工单列表", "hx-get=\"/tickets/views?saved=" + id + "\"")
                .doesNotContain("已修改");
        assertThat(get("/tickets/views?saved=" + id))
                .hasStatusOk()
                .bodyText()
                .contains("<span class=\"count\">1</span>", "aria-current=\"page\"");
        assertThat(get("/tickets?filter.priority=P1&view=open&saved=" + id))
                .bodyText()
                .contains("已修改");

        assertThat(post("/ticket-views/" + id, "view=all&q=主轴")).hasStatus3xxRedirection();
        assertThat(get("/tickets/views"))
                .hasStatusOk()
                .bodyText()
                .contains("新工单列表")
                .doesNotContain("class=\"count\"");

        assertThat(post("/ticket-views/" + id + "/removal", "")).hasRedirectedUrl("/ticket-views");
        assertThat(get("/ticket-views")).hasStatusOk().bodyText().contains("还没有保存的视图");
        post("/ticket-views/" + id + "/removal/undo", "");
        assertThat(get("/ticket-views")).hasStatusOk().bodyText().contains("新工单列表");
    }

    @Test
    void keepsNoListTheDeskDoesNotUnderstand() {
        assertThat(save("view=open&filter.colour=red")).hasStatus4xxClientError();
        assertThat(views.of(agent)).isEmpty();
    }

    private MvcTestResult save(String query) {
        return mvc.post()
                .uri("/ticket-views")
                .param("name", "新工单列表")
                .param("query", query)
                .with(as.user(agent))
                .with(csrf())
                .exchange();
    }

    private MvcTestResult post(String address, String query) {
        return mvc.post()
                .uri(address)
                .param("query", query)
                .with(as.user(agent))
                .with(csrf())
                .exchange();
    }

    private MvcTestResult get(String address) {
        return mvc.get().uri(address).with(as.user(agent)).exchange();
    }
}
