package io.throughline.aftersales.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.foundation.model.PageRequest;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.test.CoreTest;
import io.throughline.test.Statements;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** A page of tickets, and one ticket, cost as many statements however much there is. */
@CoreTest
@Import({TicketFixtures.class, Statements.class})
class TicketStatementTests {

    @Autowired
    PortalTickets portal;

    @Autowired
    TicketConversation conversation;

    @Autowired
    TicketQueries queries;

    @Autowired
    TicketDetailQueries details;

    @Autowired
    PortalTicketQueries portalQueries;

    @Autowired
    TicketFixtures given;

    @Test
    void costsTheSameForOneTicketAndForTwenty() {
        var asker = given.contactUser(given.contact(given.customer(), true));
        var agent = given.staff(Role.SUPPORT_AGENT);
        ask(asker);
        int few = list(agent, asker);
        for (int i = 0; i < 20; i++) {
            ask(asker);
        }

        assertThat(list(agent, asker)).isEqualTo(few).isLessThanOrEqualTo(6);
    }

    @Test
    void costsTheSameForAShortAndALongConversation() {
        var asker = given.contactUser(given.contact(given.customer(), true));
        var agent = given.staff(Role.SUPPORT_AGENT);
        var number = ask(asker);
        int few = show(agent, asker, number);
        for (int i = 0; i < 20; i++) {
            conversation.add(agent, number, AddMessage.reply("第 " + i + " 次回复"));
        }

        assertThat(show(agent, asker, number)).isEqualTo(few).isLessThanOrEqualTo(7);
    }

    private String ask(Viewer asker) {
        return portal.ask(asker, new AskForHelp(null, "主轴异响", "有异响", null, null))
                .number();
    }

    private int list(Viewer agent, Viewer asker) {
        return Statements.during(() -> {
                    queries.rows(agent, TicketFilter.of(TicketView.OPEN), PageRequest.first(25));
                    queries.counts(agent);
                    queries.board(agent, TicketFilter.of(TicketView.OPEN), 25);
                    portalQueries.rows(asker, true, PageRequest.first(25));
                })
                .size();
    }

    private int show(Viewer agent, Viewer asker, String number) {
        return Statements.during(() -> {
                    var ticket = details.detail(agent, number);
                    details.timeline(agent, ticket, false);
                    details.links(agent, ticket.id());
                    portalQueries.detail(asker, number);
                })
                .size();
    }
}
