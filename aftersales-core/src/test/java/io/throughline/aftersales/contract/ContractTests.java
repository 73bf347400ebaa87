package io.throughline.aftersales.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.aftersales.installed.InstalledFixtures;
import io.throughline.aftersales.installed.InstalledProductQueries;
import io.throughline.aftersales.ticket.CoveredTickets;
import io.throughline.aftersales.ticket.TicketFixtures;
import io.throughline.foundation.customer.CustomerId;
import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.model.PageRequest;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.test.CoreTest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@CoreTest
@Import({TicketFixtures.class, InstalledFixtures.class})
class ContractTests {

    @Autowired
    Contracts contracts;

    @Autowired
    ContractQueries queries;

    @Autowired
    RenewalNotices renewals;

    @Autowired
    CoveredTickets use;

    @Autowired
    InstalledProductQueries products;

    @Autowired
    TicketFixtures given;

    @Autowired
    InstalledFixtures installed;

    @Autowired
    JdbcClient jdbc;

    private Viewer manager;
    private Viewer executive;
    private CustomerId customer;
    private LocalDate today;

    @BeforeEach
    void aCustomerWithItsExecutive() {
        manager = given.staff(Role.MANAGER);
        executive = given.staff(Role.ACCOUNT_EXECUTIVE);
        customer = given.customer();
        jdbc.sql("update foundation.customer set account_executive_id = ? where id = ?")
                .params(executive.id().value(), customer.value())
                .update();
        today = queries.today(manager);
    }

    @Test
    void coversOnlyFromWhenItIsInForce() {
        var product = installed.product(customer, "SN-1");
        var number = contracts.draft(executive, wanted(today, today.plusDays(9), Set.of("sn 1")));
        assertThat(coverage(product).isCovered()).isFalse();

        contracts.activate(executive, number);

        assertThat(coverage(product).number()).isEqualTo(number);
        assertThat(coverage(installed.product(customer, "SN-2")).isCovered()).isFalse();
        contracts.cancel(executive, number, "客户搬迁");
        assertThat(coverage(product).isCovered()).isFalse();
    }

    @Test
    void refusesWhatDoesNotHold() {
        violates(
                "aftersales.contract.coversNothing",
                "products",
                () -> contracts.draft(manager, wanted(today, today, Set.of())));
        violates(
                "aftersales.contract.endsBeforeItBegins",
                "endsOn",
                () -> contracts.draft(manager, everything(today, today.minusDays(1))));
        violates(
                "aftersales.installed.unknownSerial",
                "products",
                () -> contracts.draft(manager, wanted(today, today, Set.of("NOBODY-KNOWS"))));
        var number = contracts.draft(manager, everything(today, today));
        violates("aftersales.contract.notActive", null, () -> contracts.renew(manager, number));
        violates("aftersales.contract.reasonNeeded", "reason", () -> contracts.cancel(manager, number, " "));
    }

    @Test
    void isRenewedOnceForAsLongAgain() {
        var first = LocalDate.of(2026, 1, 1);
        var number = contracts.draft(manager, everything(first, LocalDate.of(2026, 12, 31)));
        contracts.activate(manager, number);

        var next = queries.detail(manager, contracts.renew(manager, number));

        assertThat(next.startsOn()).isEqualTo("2027-01-01");
        assertThat(next.endsOn()).isEqualTo("2027-12-31");
        assertThat(next.follows()).isEqualTo(number);
        assertThat(next.state()).isEqualTo(ContractState.DRAFT);
        assertThat(contracts.renew(manager, number)).isEqualTo(next.number());
        assertThat(queries.detail(manager, number).followedBy()).isEqualTo(next.number());
    }

    @Test
    void remindsItsExecutiveOnceUnlessItIsRenewed() {
        var number = contracts.draft(manager, everything(today.minusDays(300), today.plusDays(20)));
        contracts.activate(manager, number);
        var renewed = contracts.draft(manager, everything(today.minusDays(300), today.plusDays(20)));
        contracts.activate(manager, renewed);
        contracts.renew(manager, renewed);

        renewals.run(Instant.now());
        renewals.run(Instant.now());

        assertThat(given.noticesOf(executive))
                .filteredOn(RenewalNotices.ENDING::equals)
                .hasSize(1);
        assertThat(queries.detail(manager, number).standing()).isEqualTo(ContractStanding.ENDING);
        assertThat(queries.detail(manager, number).noticedAt()).isNotNull();
    }

    @Test
    void countsTicketsOpenedWithinItsDaysOnWhatItCovers() {
        var asker = given.contactUser(given.contact(customer, false));
        given.ticket(asker, "停机");

        assertThat(use.opened(manager, customer.value(), null, today, today)).isEqualTo(1);
        assertThat(use.opened(manager, customer.value(), null, today.plusDays(1), today.plusDays(1)))
                .isZero();
        assertThat(use.opened(manager, customer.value(), Set.of("SN-1"), today, today))
                .isZero();
    }

    @Test
    void isSeenByTheExecutiveOfItsCustomerAndByThoseWhoSeeAll() {
        var number = contracts.draft(manager, everything(today, today.plusDays(9)));

        assertThat(queries.detail(executive, number).number()).isEqualTo(number);
        assertThat(queries.detail(given.staff(Role.SUPPORT_AGENT), number).number())
                .isEqualTo(number);
        for (var other : new Viewer[] {given.staff(Role.ACCOUNT_EXECUTIVE), given.staff(Role.TECHNICIAN)}) {
            assertThatThrownBy(() -> queries.detail(other, number)).isInstanceOf(NotFound.class);
            assertThat(queries.rows(other, ContractFilter.everything(), PageRequest.first(5))
                            .rows())
                    .isEmpty();
        }
        var running = new ContractFilter(null, null, ContractStanding.DRAFT);
        assertThat(queries.rows(executive, running, PageRequest.first(5)).rows())
                .extracting(ContractRow::number)
                .containsExactly(number);
    }

    private Coverage coverage(String code) {
        var product = products.detail(manager, code);
        return queries.coverage(manager, customer.value(), product.id().value(), product.warranty(), Instant.now());
    }

    private SaveContract everything(LocalDate from, LocalDate to) {
        return save(from, to, true, Set.of());
    }

    private SaveContract wanted(LocalDate from, LocalDate to, Set<String> codes) {
        return save(from, to, false, codes);
    }

    private SaveContract save(LocalDate from, LocalDate to, boolean everything, Set<String> codes) {
        return new SaveContract("年度维保", customer.value(), from, to, everything, codes, null, 4, null, 60, null, null);
    }

    private static void violates(String key, @Nullable String field, ThrowingCallable deed) {
        assertThatThrownBy(deed).isInstanceOfSatisfying(RuleViolation.class, violation -> {
            assertThat(violation.key()).isEqualTo(key);
            assertThat(violation.field()).isEqualTo(field);
        });
    }
}
