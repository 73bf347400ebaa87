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
class TicketMergeTests {

    @Autowired
    TicketConversation conversation;

    @Autowired
    TicketMerges merges;

    @Autowired
    PortalTickets portal;

    @Autowired
    TicketDetailQueries details;

    @Autowired
    PortalTicketQueries portalQueries;

    @Autowired
    TicketFixtures given;

    private Viewer agent;
    private Viewer asker;

    private Viewer stranger;

    @BeforeEach
    void twoCompaniesAndAnAgent() {
        agent = given.staff(Role.SUPPORT_AGENT);
        var ours = given.customer();
        asker = given.contactUser(given.contact(ours, false));
        stranger = given.contactUser(given.contact(given.customer(), true));
    }

    @Test
    void mergesKeepingTheMessagesInOrder() {
        var first = given.ticket(asker, "断网");
        var second = given.ticket(asker, "也断网");
        portal.answer(asker, first, "第三句");

        assertThat(merges.merge(agent, second, first)).isEqualTo(first);

        var words = details.timeline(agent, details.detail(agent, first), true).stream()
                .filter(TicketEntry::isMessage)
                .map(TicketEntry::body)
                .toList();
        assertThat(words).containsExactly("断网的详情", "也断网的详情", "第三句");
        assertThat(details.detail(agent, second).mergedInto()).isEqualTo(first);
        assertThat(details.detail(agent, second).status().code()).isEqualTo(TicketStatus.MERGED);
        assertThat(conversation.add(agent, second, AddMessage.reply("一起处理"))).isNotNull();
        assertThat(details.timeline(agent, details.detail(agent, first), true))
                .extracting(TicketEntry::body)
                .contains("一起处理");
    }

    @Test
    void neverMergesInARingNorAcrossCustomers() {
        var first = given.ticket(asker, "一");
        var second = given.ticket(asker, "二");
        var foreign = portal.ask(stranger, new AskForHelp(null, "别家", "别家的", null, null))
                .number();
        merges.merge(agent, first, second);

        assertThatThrownBy(() -> merges.merge(agent, second, first)).hasMessage("aftersales.ticket.mergeIntoItself");
        assertThatThrownBy(() -> merges.merge(agent, second, foreign))
                .hasMessage("aftersales.ticket.mergeOtherCustomer");
    }

    @Test
    void splitsAMessageIntoALinkedTicket() {
        var number = given.ticket(asker, "两件事");
        var second = portal.answer(asker, number, "另外，门禁也坏了");

        var made = merges.split(agent, number, second.message().value(), "门禁故障");

        assertThat(details.timeline(agent, details.detail(agent, made), true))
                .filteredOn(TicketEntry::isMessage)
                .extracting(TicketEntry::body)
                .containsExactly("另外，门禁也坏了");
        assertThatThrownBy(() -> merges.split(agent, made, second.message().value(), "再拆"))
                .hasMessage("aftersales.ticket.splitLast");
        assertThat(portalQueries.detail(asker, made).subject()).isEqualTo("门禁故障");
    }
}
