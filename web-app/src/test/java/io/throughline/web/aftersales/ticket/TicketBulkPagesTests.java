package io.throughline.web.aftersales.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.throughline.aftersales.ticket.AskForHelp;
import io.throughline.aftersales.ticket.PortalTickets;
import io.throughline.aftersales.ticket.Priority;
import io.throughline.aftersales.ticket.TicketDetailQueries;
import io.throughline.aftersales.ticket.Tickets;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.test.Companies;
import io.throughline.test.SignInAs;
import io.throughline.test.WebTest;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebTest
class TicketBulkPagesTests {

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
    TicketDetailQueries details;

    private Viewer agent;
    private String first;
    private String closed;

    @BeforeEach
    void anOpenAndAClosedTicket() {
        agent = as.create(Role.SUPPORT_AGENT);
        var asker = as.contact(companies.contact(companies.customer()));
        first = portal.ask(asker, new AskForHelp(null, "主轴异响", "有异响", null, null))
                .number();
        closed = portal.ask(asker, new AskForHelp(null, "已经好了", "好了", null, null))
                .number();
        tickets.resolve(agent, closed);
        tickets.close(agent, closed);
    }

    @Test
    void showsWhatWouldChangeAndWhyNotThenChangesAndTakesItBack() {
        assertThat(mvc.get().uri("/tickets?view=open").with(as.user(agent)))
                .hasStatusOk()
                .bodyText()
                .contains("form=\"bulk\"", "批量编辑");
        assertThat(mvc.get()
                        .uri("/tickets/bulk?ticket=" + first + "&ticket=" + closed + "&priority=P1&lang=en")
                        .with(as.user(agent)))
                .hasStatusOk()
                .bodyText()
                .contains("1 will change; 0 are so already; 1 cannot be changed", "Change 1 tickets");
        assertThat(details.detail(agent, first).priority()).isNotEqualTo(Priority.P1);

        var run = mvc.post()
                .uri("/tickets/bulk")
                .param("ticket", first, closed)
                .param("priority", "P1")
                .param("back", "/tickets?view=open")
                .with(as.user(agent))
                .with(csrf())
                .exchange();
        assertThat(run).hasRedirectedUrl("/tickets?view=open");
        assertThat(details.detail(agent, first).priority()).isEqualTo(Priority.P1);

        var mine = mvc.get().uri("/tickets/batches").with(as.user(agent)).exchange();
        assertThat(mine).hasStatusOk().bodyText().contains("批量编辑", "1 张工单", first);
        var undo = Pattern.compile("/tickets/batches/[0-9]+/removal").matcher(body(mine));
        assertThat(undo.find()).isTrue();
        assertThat(mvc.post().uri(undo.group()).with(as.user(agent)).with(csrf()))
                .hasRedirectedUrl("/tickets/batches");
        assertThat(details.detail(agent, first).priority()).isNotEqualTo(Priority.P1);
        assertThat(mvc.get().uri("/tickets/" + first).with(as.user(agent)))
                .bodyText()
                .contains("批量编辑（批量编辑）：", "撤销“批量编辑”：");
    }

    @Test
    void takesAllThatWasFoundWithoutASelection() {
        assertThat(mvc.get()
                        .uri("/tickets/bulk?view=all&filter.status=CLOSED&status=RESOLVED")
                        .with(as.user(agent)))
                .hasStatusOk()
                .bodyText()
                .contains(closed, "不能修改")
                .doesNotContain(first);
    }

    @Test
    void saysAtItsFieldWhatAHoldNeeds() {
        assertThat(mvc.post()
                        .uri("/tickets/bulk")
                        .param("ticket", first)
                        .param("status", "ON_HOLD")
                        .with(as.user(agent))
                        .with(csrf()))
                .hasStatusOk()
                .bodyText()
                .contains("holdReason-error");
    }

    @Test
    void isForTheDeskOnly() {
        assertThat(mvc.get().uri("/tickets/bulk?ticket=" + first).with(as.user(as.create(Role.ACCOUNT_EXECUTIVE))))
                .hasStatus(403);
    }

    @Test
    void tellsProgramsTheResultOfEach() {
        var body = "{\"tickets\":[\"%s\",\"%s\"],\"tags\":[\"夜班\"],\"preview\":%s}";
        assertThat(json(body.formatted(first, closed, true)))
                .hasStatusOk()
                .bodyText()
                .contains("\"changed\":1", "\"refusal\":\"aftersales.ticket.closed\"", "\"batch\":null");
        assertThat(details.detail(agent, first).tags()).isEmpty();

        assertThat(json(body.formatted(first, closed, false)))
                .hasStatusOk()
                .bodyText()
                .contains("\"changed\":1");
        assertThat(details.detail(agent, first).tags()).containsExactly("夜班");
        assertThat(json("{\"tickets\":[\"" + first + "\"]}")).hasStatus(422);
    }

    private MvcTestResult json(String body) {
        return mvc.post()
                .uri("/api/v1/tickets/bulk")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .with(as.user(agent))
                .with(csrf())
                .exchange();
    }

    private static String body(MvcTestResult result) {
        try {
            return result.getResponse().getContentAsString(StandardCharsets.UTF_8);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
