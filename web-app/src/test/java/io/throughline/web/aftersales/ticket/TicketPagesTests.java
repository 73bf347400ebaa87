package io.throughline.web.aftersales.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.throughline.aftersales.ticket.AddMessage;
import io.throughline.aftersales.ticket.AskForHelp;
import io.throughline.aftersales.ticket.PortalTickets;
import io.throughline.aftersales.ticket.TicketConversation;
import io.throughline.aftersales.ticket.TicketStatus;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.test.Companies;
import io.throughline.test.SignInAs;
import io.throughline.test.WebTest;
import jakarta.persistence.EntityManager;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WebTest
class TicketPagesTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SignInAs as;

    @Autowired
    Companies companies;

    @Autowired
    EntityManager entities;

    @Autowired
    PortalTickets portal;

    @Autowired
    TicketConversation conversation;

    private Viewer agent;
    private Viewer asker;
    private String number;

    @BeforeEach
    void aTicketOfACustomer() {
        agent = as.create(Role.SUPPORT_AGENT);
        asker = as.contact(companies.contact(companies.customer()));
        number = portal.ask(asker, new AskForHelp(null, "主轴异响", "开机后**有异响**", null, null))
                .number();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/tickets",
                "/tickets?view=open",
                "/tickets?view=all&sort=-created",
                "/tickets?view=open&sort=priority&filter.kind=DIAGNOSIS&filter.status=NEW",
                "/tickets?view=overdue",
                "/tickets/board",
                "/tickets/new"
            })
    void opensThePagesOfTheDeskInBothLanguages(String address) {
        assertThat(mvc.get().uri(address).with(as.user(agent)))
                .hasStatusOk()
                .bodyText()
                .contains("工单");
        assertThat(mvc.get().uri(address).param("lang", "en").with(as.user(agent)))
                .hasStatusOk()
                .bodyText()
                .contains("icket");
    }

    @Test
    void quotesAMessageBehindWhatWasBegunWithoutScriptAndKeepsNothing() throws UnsupportedEncodingException {
        var page = mvc.get().uri("/tickets/" + number).with(as.user(agent)).exchange();
        var link = Pattern.compile("/tickets/" + number + "\\?quote=[0-9]+")
                .matcher(page.getResponse().getContentAsString(StandardCharsets.UTF_8));
        assertThat(link.find()).isTrue();

        assertThat(mvc.get().uri(link.group()).with(as.user(agent)))
                .hasStatusOk()
                .bodyText()
                .contains("&gt; 开机后**有异响**");
        assertThat(mvc.get().uri("/tickets/" + number).with(as.user(agent)))
                .bodyText()
                .doesNotContain("&gt; 开机后**有异响**");
    }

    @Test
    void showsTheConversationBesideTheListAndOnItsOwnPage() {
        conversation.add(agent, number, AddMessage.note("先查备件"));

        assertThat(mvc.get().uri("/tickets?view=open&peek=" + number).with(as.user(agent)))
                .hasStatusOk()
                .bodyText()
                .contains("<strong>有异响</strong>", "先查备件", "内部");
        assertThat(mvc.get().uri("/tickets/" + number).with(as.user(agent)))
                .hasStatusOk()
                .bodyText()
                .contains(number, "主轴异响", "受理");
        assertThat(mvc.get().uri("/tickets/" + number + "/edit").with(as.user(agent)))
                .hasStatusOk();
    }

    @Test
    void repliesWithAFileAndSetsTheStatusInOneStep() {
        assertThat(mvc.post()
                        .uri("/tickets/" + number + "/messages")
                        .multipart()
                        .file(new MockMultipartFile(
                                "file", "日志.txt", "text/plain", "all fine".getBytes(StandardCharsets.UTF_8)))
                        .param("visibility", "PUBLIC")
                        .param("body", "请看附件")
                        .param("status", "WAITING_CUSTOMER")
                        .with(as.user(agent))
                        .with(csrf()))
                .hasStatus3xxRedirection();
        entities.flush();

        assertThat(mvc.get().uri("/portal/tickets/" + number).with(as.user(asker)))
                .hasStatusOk()
                .bodyText()
                .contains("请看附件", "日志.txt", "等待您的回复");
    }

    @Test
    void asksForConfirmationWhenACustomerWroteMeanwhile() {
        portal.answer(asker, number, "已经停机了");

        assertThat(mvc.post()
                        .uri("/tickets/" + number + "/messages")
                        .param("visibility", "PUBLIC")
                        .param("body", "请重启")
                        .param("seen", "1")
                        .with(as.user(agent))
                        .with(csrf()))
                .hasStatusOk()
                .bodyText()
                .contains("您撰写期间有新的消息", "请重启", "已经停机了");
    }

    @Test
    void logsATicketForACustomerInTwoSteps() {
        var customer = asker.requireCustomerId();
        assertThat(mvc.post()
                        .uri("/tickets/new")
                        .param("kind", "DIAGNOSIS")
                        .param("customerId", String.valueOf(customer))
                        .param("subject", "电话报修")
                        .param("priority", "")
                        .with(as.user(agent))
                        .with(csrf()))
                .hasStatusOk()
                .bodyText()
                .contains("电话报修", "李敏");
        assertThat(mvc.post()
                        .uri("/tickets")
                        .param("kind", "DIAGNOSIS")
                        .param("customerId", String.valueOf(customer))
                        .param("requesterId", String.valueOf(asker.contactId()))
                        .param("subject", "电话报修")
                        .param("body", "机器不动了")
                        .param("priority", "")
                        .param("tags", "产线，急")
                        .with(as.user(agent))
                        .with(csrf()))
                .hasStatus3xxRedirection();
        assertThat(mvc.get().uri("/portal/tickets").with(as.user(asker)))
                .bodyText()
                .contains("电话报修");
    }

    @Test
    void keepsWhatWasTypedBesideANumberThatIsNone() {
        assertThat(mvc.post()
                        .uri("/tickets")
                        .param("kind", "DIAGNOSIS")
                        .param("customerId", "abc")
                        .param("subject", "电话报修")
                        .param("body", "机器不动了")
                        .with(as.user(agent))
                        .with(csrf()))
                .hasStatusOk()
                .bodyText()
                .contains("电话报修", "机器不动了");
    }

    @Test
    void keepsDraftsOnTheServer() {
        assertThat(mvc.post()
                        .uri("/tickets/" + number + "/draft")
                        .param("visibility", "INTERNAL")
                        .param("body", "写到一半")
                        .with(as.user(agent))
                        .with(csrf()))
                .hasStatus(204);

        assertThat(mvc.get().uri("/tickets/" + number).with(as.user(agent)))
                .bodyText()
                .contains("写到一半");
    }

    @Test
    void movesBackWithTheReasonWhenARuleSaysNo() {
        var page = mvc.post()
                .uri("/tickets/" + number + "/status")
                .param("status", TicketStatus.ON_HOLD)
                .with(as.user(agent))
                .with(csrf())
                .exchange();

        assertThat(page).hasStatus3xxRedirection().redirectedUrl().isEqualTo("/tickets/" + number);
        assertThat(page.getMvcResult().getFlashMap().get("toast").toString())
                .contains("aftersales.ticket.holdNeedsReason");
    }
}
