package io.throughline.aftersales.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.aftersales.installed.InstalledFixtures;
import io.throughline.aftersales.installed.InstalledProductQueries;
import io.throughline.aftersales.installed.InstalledProducts;
import io.throughline.foundation.customer.CustomerId;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.test.CoreTest;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@CoreTest
@Import({TicketFixtures.class, InstalledFixtures.class})
class TicketProductTests {

    @Autowired
    Tickets tickets;

    @Autowired
    TicketDetailQueries details;

    @Autowired
    TicketQueries queries;

    @Autowired
    PortalTickets portal;

    @Autowired
    PortalTicketQueries portalQueries;

    @Autowired
    ProductFailures failures;

    @Autowired
    InstalledProducts products;

    @Autowired
    InstalledProductQueries installedQueries;

    @Autowired
    TicketFixtures given;

    @Autowired
    InstalledFixtures installed;

    private Viewer agent;
    private CustomerId customer;
    private Viewer asker;
    private InstalledFixtures.Delivered delivered;
    private String product;

    @BeforeEach
    void aDeliveredProduct() {
        agent = given.staff(Role.SUPPORT_AGENT);
        customer = given.customer();
        asker = given.contactUser(given.contact(customer, false));
        delivered = installed.accepted(customer, LocalDate.of(2026, 3, 1));
        product = products.register(agent, InstalledFixtures.wanted(customer, "SN-77", null, delivered.id()));
    }

    @Test
    void isTracedToWhereItsProductCameFrom() {
        var opened = tickets.open(
                agent, OpenTicket.of(TicketKind.DIAGNOSIS, "停机", "停机").about(id(product)));

        var ticket = details.detail(agent, opened.number());
        assertThat(ticket.installedProduct()).isEqualTo(product);
        assertThat(ticket.customerId()).isEqualTo(customer.value());
        assertThat(ticket.projectId()).isEqualTo(delivered.projectId());
        assertThat(ticket.deliverableId()).isEqualTo(delivered.id());
    }

    @Test
    void refusesAProductOfAnotherCustomer() {
        var foreign = installed.product(given.customer(), "F-1");
        var number = given.ticket(asker, "停机");

        assertThatThrownBy(() -> tickets.about(agent, number, foreign))
                .isInstanceOfSatisfying(RuleViolation.class, violation -> assertThat(violation.key())
                        .isEqualTo("aftersales.ticket.productOfAnother"));
        assertThatThrownBy(() -> tickets.open(
                        agent,
                        OpenTicket.of(TicketKind.DIAGNOSIS, "停机", "停机")
                                .askedBy(customer.value(), null)
                                .about(id(foreign))))
                .isInstanceOf(RuleViolation.class);
    }

    @Test
    void namesTheProductByWhatStandsOnIt() {
        var asked = portal.ask(asker, new AskForHelp(null, "停机", "停机", null, null, " sn77 ", false));

        assertThat(details.detail(agent, asked.number()).installedProduct()).isEqualTo(product);
        assertThat(portalQueries.detail(asker, asked.number()).product()).isEqualTo("SN-77 · SC-12");
        var foreign = given.contactUser(given.contact(given.customer(), true));
        assertThatThrownBy(() -> portal.ask(foreign, new AskForHelp(null, "停机", "停机", null, null, "SN-77", false)))
                .isInstanceOfSatisfying(RuleViolation.class, violation -> assertThat(violation.field())
                        .isEqualTo("product"));
    }

    @Test
    void takesAProposedProductAndTellsItInItsHistory() {
        var number = given.ticket(asker, "停机");

        tickets.about(agent, number, product);

        var ticket = details.detail(agent, number);
        assertThat(ticket.projectKey()).isEqualTo(delivered.key());
        assertThat(ticket.deliverableId()).isEqualTo(delivered.id());
        assertThat(details.timeline(agent, ticket, true))
                .filteredOn(entry -> entry.what().equals("PRODUCT"))
                .extracting(TicketEntry::to)
                .containsExactly("SN-77");
    }

    @Test
    void leavesTheDeliverableOfTheFormerProductBehind() {
        var number = given.ticket(asker, "停机");
        tickets.about(agent, number, product);
        var other = installed.product(customer, "SN-78");
        var ticket = details.detail(agent, number);

        tickets.edit(
                agent,
                number,
                new EditTicket(
                        ticket.kind(),
                        ticket.subject(),
                        ticket.priority(),
                        ticket.impact(),
                        ticket.urgency(),
                        ticket.customerId(),
                        ticket.requesterId(),
                        null,
                        ticket.deliverableId(),
                        id(other),
                        Set.of(),
                        null,
                        false,
                        false,
                        ticket.version()));

        var edited = details.detail(agent, number);
        assertThat(edited.installedProduct()).isEqualTo(other);
        assertThat(edited.deliverableId()).isNull();
    }

    @Test
    void countsTheFailuresOfAProductAndOfWhatItReplaced() {
        portal.ask(asker, new AskForHelp(null, "停机", "停机", null, null, "SN-77", false));
        portal.ask(asker, new AskForHelp(TicketKind.TRAINING, "培训", "培训", null, null, "SN-77", false));
        var detail = installedQueries.detail(agent, product);

        var counted = failures.of(agent, installedQueries.family(agent, detail));

        assertThat(counted.total()).isEqualTo(1);
        assertThat(counted.months()).hasSize(24);
        assertThat(counted.months().get(23).count()).isEqualTo(1);
        assertThat(counted.between()).isNull();
        assertThat(failures.of(given.staff(Role.TECHNICIAN), Set.of(detail.id().value()))
                        .total())
                .isZero();
    }

    private long id(String code) {
        return installedQueries.detail(agent, code).id().value();
    }
}
