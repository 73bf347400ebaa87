package io.throughline.web.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.throughline.aftersales.ticket.AddMessage;
import io.throughline.aftersales.ticket.AskForHelp;
import io.throughline.aftersales.ticket.PortalTickets;
import io.throughline.aftersales.ticket.TicketConversation;
import io.throughline.aftersales.ticket.TicketPasses;
import io.throughline.aftersales.ticket.Tickets;
import io.throughline.foundation.attachment.Upload;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.test.Companies;
import io.throughline.test.SignInAs;
import io.throughline.test.WebTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** One ticket by the personal link in a mail, without signing in. */
@WebTest
class TicketPassPagesTests {

    private static final String ADDRESS = "li.min@lanshan.example";

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

    @Autowired
    TicketPasses passes;

    @Autowired
    JdbcClient jdbc;

    private Viewer agent;
    private long contact;
    private String number;
    private String link;

    @BeforeEach
    void aTicketAndTheLinkInItsMail() {
        agent = as.create(Role.SUPPORT_AGENT, Role.MANAGER);
        contact = companies.contact(companies.customer());
        jdbc.sql("update foundation.contact set email = ? where id = ?")
                .params(ADDRESS, contact)
                .update();
        var opened = portal.ask(as.contact(contact), new AskForHelp(null, "主轴异响", "开机后有异响", null, null));
        number = opened.number();
        link = passes.forMail(opened.id(), ADDRESS.toUpperCase(java.util.Locale.ROOT))
                .orElseThrow();
    }

    @Test
    void showsTheTicketInPlainWordsAndNothingInternal() {
        conversation.add(agent, number, AddMessage.note("怀疑轴承"));

        assertThat(mvc.get().uri(link))
                .hasStatusOk()
                .hasHeader("Referrer-Policy", "no-referrer")
                .hasHeader("X-Robots-Tag", "noindex, nofollow")
                .bodyText()
                .contains(number, "开机后有异响")
                .doesNotContain("怀疑轴承");
        assertThat(mvc.get().uri("/portal/tickets/" + number)).hasStatus3xxRedirection();
    }

    @Test
    void takesAnAnswerWithAFileInTheNameOfTheRequester() {
        var file = new MockMultipartFile("file", "protocol.txt", "text/plain", "E217".getBytes());
        assertThat(mvc.post()
                        .uri(link + "/messages")
                        .multipart()
                        .file(file)
                        .param("body", "已断电")
                        .with(csrf()))
                .hasRedirectedUrl(link);

        var address = link + "/files/" + fileOf(number);
        assertThat(mvc.get().uri(link)).bodyText().contains("已断电", "protocol.txt", address);
        assertThat(mvc.get().uri(address))
                .hasStatusOk()
                .hasHeader("Referrer-Policy", "no-referrer")
                .bodyText()
                .isEqualTo("E217");
        assertThat(jdbc.sql("select contact_id from aftersales.ticket_message where body = '已断电' and from_customer")
                        .query(Long.class)
                        .single())
                .isEqualTo(contact);
    }

    @Test
    void confirmsObjectsAndRates() {
        tickets.resolve(agent, number);
        assertThat(mvc.post().uri(link + "/rating").param("rating", "4").with(csrf()))
                .hasRedirectedUrl(link);
        assertThat(mvc.post().uri(link + "/rating").param("rating", "9").with(csrf()))
                .bodyText()
                .contains("请选择 1 至 5 分");
        assertThat(mvc.post().uri(link + "/objection").param("body", "还响").with(csrf()))
                .hasRedirectedUrl(link);
        assertThat(status()).isEqualTo("IN_PROGRESS");
        assertThat(mvc.post().uri(link + "/closure").with(csrf())).hasStatusOk();
        tickets.resolve(agent, number);
        assertThat(mvc.post().uri(link + "/closure").with(csrf())).hasRedirectedUrl(link);
        assertThat(status()).isEqualTo("CLOSED");
    }

    @Test
    void leadsToTheFollowUpOfAClosedTicketByALinkOfItsOwn() {
        tickets.resolve(agent, number);
        mvc.post().uri(link + "/closure").with(csrf()).exchange();

        var next = mvc.post()
                .uri(link + "/messages")
                .param("body", "又响了")
                .with(csrf())
                .exchange()
                .getResponse()
                .getRedirectedUrl();
        assertThat(next).startsWith("/t/").isNotEqualTo(link);
        assertThat(mvc.get().uri(next)).bodyText().contains("又响了").doesNotContain("开机后有异响");
    }

    @Test
    void changesNothingByReadingAndNothingWithoutTheFormsKey() {
        tickets.resolve(agent, number);
        mvc.get().uri(link).exchange();

        assertThat(status()).isEqualTo("RESOLVED");
        assertThat(mvc.post().uri(link + "/closure")).hasStatus(403);
        assertThat(status()).isEqualTo("RESOLVED");
    }

    @Test
    void endsWhenRevokedWhenTheRequesterChangesAndInTime() {
        var id = jdbc.sql("select id from aftersales.ticket where number = ?")
                .param(number)
                .query(Long.class)
                .single();
        jdbc.sql("update foundation.contact set active = false where id = ?")
                .param(contact)
                .update();
        assertThat(mvc.get().uri(link)).hasStatus(404);
        jdbc.sql("update foundation.contact set active = true where id = ?")
                .param(contact)
                .update();
        assertThat(mvc.get().uri(link)).hasStatusOk();
        jdbc.sql("update aftersales.ticket_pass set expires_at = now() where ticket_id = ?")
                .param(id)
                .update();
        assertThat(mvc.get().uri(link)).hasStatus(404);
        jdbc.sql("update aftersales.ticket_pass set expires_at = now() + interval '1 day' where ticket_id = ?")
                .param(id)
                .update();
        assertThat(mvc.post()
                        .uri("/tickets/" + number + "/passes/revocation")
                        .with(as.user(agent))
                        .with(csrf()))
                .hasRedirectedUrl("/tickets/" + number);
        assertThat(mvc.get().uri(link)).hasStatus(404);
        assertThat(mvc.get().uri("/t/AAAAAAAAAAAAAAAAAAAAAA")).hasStatus(404);
    }

    @Test
    void goesToTheRequestersOwnAddressOnly() {
        var ticket = new io.throughline.aftersales.ticket.TicketId(
                jdbc.sql("select id from aftersales.ticket where number = ?")
                        .param(number)
                        .query(Long.class)
                        .single());

        assertThat(passes.forMail(ticket, "somebody@else.example")).isEmpty();
        conversation.add(agent, number, AddMessage.reply("请先断电"));
        assertThat(jdbc.sql(
                                "select data ->> 'pass' from foundation.outbox_mail where recipient = ? and template = 'ticket-answer'")
                        .param(ADDRESS)
                        .query(String.class)
                        .list())
                .singleElement()
                .asString()
                .startsWith("/t/");
    }

    @Test
    void givesTheFilesOfPublicMessagesOfThisTicketOnly() {
        var file = new Upload("internal.txt", "text/plain", new ByteArrayResource("E217".getBytes()));
        conversation.add(agent, number, AddMessage.note("怀疑轴承"), List.of(file));
        assertThat(mvc.get().uri(link + "/files/" + fileOf(number))).hasStatus(404);

        var other = portal.ask(as.contact(contact), new AskForHelp(null, "另一件事", "见附件", null, null), List.of(file));
        assertThat(mvc.get().uri(link + "/files/" + fileOf(other.number()))).hasStatus(404);
        assertThat(mvc.get()
                        .uri(passes.forMail(other.id(), ADDRESS).orElseThrow() + "/files/" + fileOf(other.number())))
                .hasStatusOk();
    }

    private long fileOf(String ticket) {
        return jdbc.sql("""
                        select a.id from foundation.attachment a join aftersales.ticket_message m on m.id = a.subject_id
                          join aftersales.ticket t on t.id = m.ticket_id
                         where a.subject_type = 'TICKET_MESSAGE' and t.number = ?
                        """).param(ticket).query(Long.class).single();
    }

    private String status() {
        return jdbc.sql("select status from aftersales.ticket where number = ?")
                .param(number)
                .query(String.class)
                .single();
    }
}
