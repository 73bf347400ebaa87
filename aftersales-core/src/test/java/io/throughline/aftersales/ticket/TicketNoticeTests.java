package io.throughline.aftersales.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.test.CoreTest;
import jakarta.persistence.EntityManager;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@CoreTest
@Import(TicketFixtures.class)
class TicketNoticeTests {

    private static final String MENTIONED = "foundation.notification.notice.mentioned";

    @Autowired
    PortalTickets portal;

    @Autowired
    Tickets tickets;

    @Autowired
    TicketConversation conversation;

    @Autowired
    TicketFixtures given;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    EntityManager entities;

    private Viewer agent;
    private Viewer asker;
    private String number;

    @BeforeEach
    void aTicketOfACustomer() {
        agent = given.staff(Role.SUPPORT_AGENT);
        asker = given.contactUser(given.contact(given.customer(), false));
        number = portal.ask(asker, new AskForHelp(null, "主轴异响", "开机后有异响", null, null))
                .number();
        entities.flush();
    }

    @Test
    void tellColleaguesNamedInANote() {
        var colleague = given.staff(Role.SUPPORT_AGENT);

        conversation.add(agent, number, AddMessage.note("@" + colleague.login() + " 请看一下"));

        assertThat(given.noticesOf(colleague)).containsExactly(MENTIONED);
        assertThat(given.noticesOf(asker)).isEmpty();
    }

    @Test
    void tellNobodyWhoMayNotSeeTheTicketOrTheNote() {
        var member = given.staff(Role.PROJECT_MEMBER);

        conversation.add(agent, number, AddMessage.note("@" + member.login() + " @" + asker.login() + " 内部"));

        assertThat(given.noticesOf(member)).isEmpty();
        assertThat(given.noticesOf(asker)).isEmpty();
    }

    @Test
    void keepThePublicConversationForTheCustomerAlone() {
        var colleague = given.staff(Role.SUPPORT_AGENT);

        conversation.add(agent, number, AddMessage.reply("@" + colleague.login() + " 已处理"));

        assertThat(given.noticesOf(colleague)).isEmpty();
        assertThat(given.noticesOf(asker)).containsExactly(TicketNoticeKinds.ANSWERED);
    }

    @Test
    void tellTheCustomerOfWhatWasLoggedForThem() {
        tickets.open(agent, asked());
        entities.flush();

        assertThat(given.noticesOf(asker)).containsExactly(TicketNoticeKinds.RECEIVED);
    }

    private OpenTicket asked() {
        return OpenTicket.of(TicketKind.DIAGNOSIS, "电话报修", "客户来电")
                .over(Channel.PHONE)
                .askedBy(asker.requireCustomerId(), asker.contactId());
    }
}
