package io.throughline.aftersales.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.test.CoreTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@CoreTest
@Import(TicketFixtures.class)
class TicketConversationTests {

    private static final Viewer SYSTEM = Viewer.system("test");

    @Autowired
    Tickets tickets;

    @Autowired
    TicketConversation conversation;

    @Autowired
    PortalTickets portal;

    @Autowired
    TicketDetailQueries details;

    @Autowired
    TicketFixtures given;

    private Viewer agent;
    private Viewer asker;

    @BeforeEach
    void aContactAndAnAgent() {
        agent = given.staff(Role.SUPPORT_AGENT);
        asker = given.contactUser(given.contact(given.customer(), false));
    }

    @Test
    void asksToConfirmWhenAPublicMessageArrivedMeanwhile() {
        var number = given.ticket(asker, "慢");
        var seen = details.detail(agent, number).lastPublicMessageId();
        portal.answer(asker, number, "更慢了");
        var reply = new AddMessage("请重启", Visibility.PUBLIC, null, null, null, seen, null, null, null);

        assertThatThrownBy(() -> conversation.add(agent, number, reply)).hasMessage("aftersales.ticket.newerMessages");

        assertThat(conversation.add(
                        agent,
                        number,
                        new AddMessage("请重启", Visibility.PUBLIC, null, null, null, seen, true, null, null)))
                .isNotNull();
    }

    @Test
    void doesNotMakeAnOpenFormStaleByAMessage() {
        var number = given.ticket(asker, "消息");
        tickets.take(agent, number);
        var version = details.detail(agent, number).version();

        portal.answer(asker, number, "补充");

        assertThat(details.detail(agent, number).version()).isEqualTo(version);
    }

    @Test
    void countsTheFirstResponseOfAPersonOnly() {
        var number = given.ticket(asker, "响应");
        conversation.add(agent, number, AddMessage.note("看一下"));
        conversation.add(SYSTEM, number, AddMessage.reply("已收到，自动回复"));
        assertThat(details.detail(agent, number).firstResponseAt()).isNull();
        assertThat(details.detail(agent, number).awaitingSince()).isNotNull();

        conversation.add(agent, number, AddMessage.reply("正在处理"));

        assertThat(details.detail(agent, number).firstResponseAt()).isNotNull();
        assertThat(details.detail(agent, number).awaitingSince()).isNull();
    }
}
