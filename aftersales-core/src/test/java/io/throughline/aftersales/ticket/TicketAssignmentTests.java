package io.throughline.aftersales.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.foundation.model.StaleVersion;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.test.CoreTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@CoreTest
@Import(TicketFixtures.class)
class TicketAssignmentTests {

    @Autowired
    Tickets tickets;

    @Autowired
    TicketDetailQueries details;

    @Autowired
    TicketFixtures given;

    @Autowired
    JdbcClient jdbc;

    private Viewer agent;
    private Viewer asker;

    @BeforeEach
    void aContactAndAnAgent() {
        agent = given.staff(Role.SUPPORT_AGENT);
        asker = given.contactUser(given.contact(given.customer(), false));
    }

    @Test
    void writesEachHandoverDownAndTellsTheNewOwner() {
        var number = given.ticket(asker, "交接");
        var north = given.team("北区");
        var colleague = given.agentOf(north);

        tickets.assign(agent, number, new AssignTicket(north, colleague.id().value(), null));

        assertThat(given.noticesOf(colleague)).contains("aftersales.ticket.notice.assigned");
        assertThat(details.timeline(colleague, details.detail(colleague, number), true))
                .filteredOn(entry -> entry.what().equals("TEAM"))
                .extracting(TicketEntry::to)
                .containsExactly("北区");
        assertThatThrownBy(() -> tickets.take(given.agentOf(north), number))
                .hasMessage("aftersales.ticket.takenAlready");
    }

    @Test
    void refusesAnAssignmentFromAnOldForm() {
        var number = given.ticket(asker, "旧表单");
        var version = details.detail(agent, number).version();
        tickets.take(agent, number);

        assertThatThrownBy(() -> tickets.assign(agent, number, new AssignTicket(null, null, version)))
                .isInstanceOf(StaleVersion.class);
    }
}
