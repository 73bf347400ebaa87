package io.throughline.aftersales.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.foundation.model.PageRequest;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.test.CoreTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@CoreTest
@Import(TicketFixtures.class)
class TicketListTests {

    @Autowired
    TicketQueries queries;

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
    void walksAListForthAndBackWithoutLosingARow() {
        var numbers = new ArrayList<String>();
        for (int i = 0; i < 7; i++) {
            numbers.add(given.ticket(asker, "第" + i));
        }
        for (var filter : List.of(
                TicketFilter.of(TicketView.OPEN),
                TicketFilter.of(TicketView.OPEN).sorted(TicketSort.PRIORITY, false),
                TicketFilter.of(TicketView.OPEN).sorted(TicketSort.UPDATED, true),
                TicketFilter.of(TicketView.ALL))) {
            var customers = filter.ofCustomers(Set.of(asker.requireCustomerId()));
            var first = queries.rows(agent, customers, PageRequest.of(null, null, 3));
            var second = queries.rows(agent, customers, PageRequest.of(first.next(), null, 3));
            var third = queries.rows(agent, customers, PageRequest.of(second.next(), null, 3));
            var back = queries.rows(agent, customers, PageRequest.of(null, third.previous(), 3));

            var walked = new ArrayList<String>();
            List.of(first, second, third).forEach(page -> page.rows().forEach(row -> walked.add(row.number())));
            assertThat(walked).containsExactlyInAnyOrderElementsOf(numbers);
            assertThat(third.next()).isNull();
            assertThat(back.rows()).isEqualTo(second.rows());
        }
    }

    @Test
    void refusesAnOrderOfCurrentWorkForAllTickets() {
        assertThatThrownBy(() -> TicketFilter.of(TicketView.ALL).sorted(TicketSort.DUE, false))
                .hasMessage("aftersales.ticket.sortNeedsOpen");
    }
}
