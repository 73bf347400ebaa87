package io.throughline.aftersales.installed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.throughline.aftersales.ticket.TicketFixtures;
import io.throughline.foundation.customer.CustomerId;
import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.model.PageRequest;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.model.StaleVersion;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.foundation.search.Search;
import io.throughline.test.CoreTest;
import java.time.LocalDate;
import java.util.List;
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
class InstalledProductTests {

    @Autowired
    InstalledProducts products;

    @Autowired
    InstalledProductQueries queries;

    @Autowired
    Search search;

    @Autowired
    TicketFixtures given;

    @Autowired
    InstalledFixtures installed;

    @Autowired
    JdbcClient jdbc;

    private Viewer agent;
    private CustomerId customer;

    @BeforeEach
    void aCustomer() {
        agent = given.staff(Role.SUPPORT_AGENT);
        customer = given.customer();
    }

    @Test
    void takesProjectAndAcceptanceFromItsDeliverable() {
        var delivered = installed.accepted(customer, LocalDate.of(2026, 3, 1));

        var code = products.register(agent, InstalledFixtures.wanted(customer, "SN-77", null, delivered.id()));

        var product = queries.detail(agent, code);
        assertThat(product.acceptedOn()).isEqualTo("2026-03-01");
        assertThat(product.warranty().end()).isEqualTo("2027-03-01");
        var origin = product.origin();
        assertThat(origin).isNotNull();
        assertThat(origin.projectKey()).isEqualTo(delivered.key());
        assertThat(origin.acceptance()).isNotNull();
        assertThat(origin.acceptance().signedName()).isEqualTo("李敏");
    }

    @Test
    void keepsOneSerialNumberOfAModelHoweverItIsWritten() {
        installed.product(customer, "SN-77");

        violates("aftersales.installed.serialTaken", "serial", () -> installed.product(given.customer(), "sn 77"));
    }

    @Test
    void tellsEqualSerialNumbersOfTwoMakersApartByTheirAddresses() {
        var first = installed.product(customer, "SN/77");

        var second = products.register(agent, ofMaker("SN/77", "Siemens"));

        assertThat(List.of(first, second)).containsExactly("SN-77", "SN-77~2");
        assertThat(queries.detail(agent, second).serial()).isEqualTo("SN/77");
    }

    @Test
    void numbersWhatHasNoSerialNumber() {
        assertThat(installed.product(customer, " ")).startsWith("IP-");
        violates("aftersales.installed.badSerial", "serial", () -> installed.product(customer, "--"));
    }

    @Test
    void refusesACircleOfParts() {
        var machine = installed.product(customer, "M1");
        var drive = products.register(agent, InstalledFixtures.wanted(customer, "D1", machine, null));
        var bearing = products.register(agent, InstalledFixtures.wanted(customer, "B1", drive, null));

        violates(
                "aftersales.installed.circle",
                "parent",
                () -> products.change(agent, machine, InstalledFixtures.wanted(customer, "M1", bearing, null)));
        violates(
                "aftersales.installed.circle",
                "parent",
                () -> products.change(agent, machine, InstalledFixtures.wanted(customer, "M1", machine, null)));
        assertThat(queries.tree(agent, queries.detail(agent, drive)))
                .extracting(ProductPart::code, ProductPart::level)
                .containsExactly(tuple("M1", 1), tuple("D1", 2), tuple("B1", 3));
    }

    @Test
    void staysWithItsCustomerWhileItIsPartOfAMachine() {
        var machine = installed.product(customer, "M1");
        products.register(agent, InstalledFixtures.wanted(customer, "D1", machine, null));
        var other = given.customer();

        violates(
                "aftersales.installed.partOfTree",
                "customerId",
                () -> products.change(agent, machine, InstalledFixtures.wanted(other, "M1", null, null)));
        violates(
                "aftersales.installed.unknownParent",
                "parent",
                () -> products.register(agent, InstalledFixtures.wanted(other, "X1", machine, null)));
    }

    @Test
    void givesItsPlaceToTheNewOneAndKeepsTheOldOne() {
        var machine = installed.product(customer, "M1");
        var old = products.register(agent, InstalledFixtures.wanted(customer, "D1", machine, null));
        var bearing = products.register(agent, InstalledFixtures.wanted(customer, "B1", old, null));

        var made = products.replace(agent, old, replacement("D2", null));

        var before = queries.detail(agent, old);
        var after = queries.detail(agent, made);
        assertThat(before.state()).isEqualTo(InstalledProductState.REPLACED);
        assertThat(before.replacedBy().code()).isEqualTo("D2");
        assertThat(after.replaces().code()).isEqualTo("D1");
        assertThat(after.parent().code()).isEqualTo("M1");
        assertThat(after.warranty()).isEqualTo(before.warranty());
        assertThat(queries.detail(agent, bearing).parent().code()).isEqualTo("D2");
        assertThat(queries.family(agent, after))
                .containsExactlyInAnyOrder(
                        after.id().value(),
                        before.id().value(),
                        queries.detail(agent, bearing).id().value());
        violates("aftersales.installed.notInUse", null, () -> products.replace(agent, old, replacement("D3", null)));
    }

    @Test
    void warrantsTheNewOneAnewWhereThatIsAgreed() {
        var made = products.replace(agent, installed.product(customer, "D1"), replacement("D2", 24));

        var warranty = queries.detail(agent, made).warranty();
        assertThat(warranty.rule()).isEqualTo(WarrantyRule.REPLACEMENT);
        assertThat(warranty.end()).isEqualTo(warranty.start().plusMonths(24));
    }

    @Test
    void takesARetirementBack() {
        var code = installed.product(customer, "D1");
        products.retire(agent, code, new RetireInstalledProduct(queries.today(agent), "报废", null));
        assertThat(queries.detail(agent, code).state()).isEqualTo(InstalledProductState.RETIRED);

        products.reinstate(agent, code);

        assertThat(queries.detail(agent, code).isInUse()).isTrue();
        assertThatThrownBy(() -> products.retire(agent, code, new RetireInstalledProduct(queries.today(agent), "x", 0)))
                .isInstanceOf(StaleVersion.class);
        violates(
                "aftersales.installed.notYet",
                "on",
                () -> products.retire(
                        agent,
                        code,
                        new RetireInstalledProduct(queries.today(agent).plusDays(1), "x", null)));
    }

    @Test
    void isSeenByThoseWhoSeeItsCustomer() {
        var code = installed.product(customer, "D1");
        var executive = given.staff(Role.ACCOUNT_EXECUTIVE);
        var technician = given.staff(Role.TECHNICIAN);
        var manager = given.contactUser(given.contact(customer, true));
        var stranger = given.contactUser(given.contact(given.customer(), true));
        var colleague = given.contactUser(given.contact(customer, false));

        assertThat(queries.detail(manager, code).serial()).isEqualTo("D1");
        for (var other : List.of(executive, technician, stranger, colleague)) {
            assertThatThrownBy(() -> queries.detail(other, code)).isInstanceOf(NotFound.class);
            assertThat(queries.rows(other, InstalledProductFilter.everything(), PageRequest.first(10))
                            .rows())
                    .isEmpty();
        }
        jdbc.sql("update foundation.customer set account_executive_id = ? where id = ?")
                .params(executive.id().value(), customer.value())
                .update();
        assertThat(queries.detail(executive, code).serial()).isEqualTo("D1");
    }

    @Test
    void isFoundByItsSerialNumberModelAndCustomer() {
        var code = installed.product(customer, "QX-9901-Z");
        var manager = given.contactUser(given.contact(customer, true));
        var stranger = given.contactUser(given.contact(given.customer(), true));

        assertThat(search.find(agent, "QX-9901-Z", "INSTALLED_PRODUCT", 5))
                .extracting(Search.Hit::path)
                .containsExactly("/installed-products/" + code);
        assertThat(search.find(manager, "QX-9901-Z", "INSTALLED_PRODUCT", 5)).hasSize(1);
        assertThat(search.find(stranger, "QX-9901-Z", "INSTALLED_PRODUCT", 5)).isEmpty();
        assertThat(rows(new InstalledProductFilter(
                        "qx 99",
                        Set.of(),
                        Set.of(),
                        Set.of(),
                        Set.of(),
                        null,
                        InstalledProductFilter.Sort.CODE,
                        false)))
                .containsExactly(code);
    }

    @Test
    void walksTheListInBothDirectionsInEveryOrder() {
        for (int i = 0; i < 5; i++) {
            installed.product(customer, "W-" + i);
        }
        var number = jdbc.sql("select number from foundation.customer where id = ?")
                .param(customer.value())
                .query(String.class)
                .single();
        for (var sort : InstalledProductFilter.Sort.values()) {
            var filter = new InstalledProductFilter(null, null, Set.of(number), Set.of(), Set.of(), null, sort, false);
            var whole = queries.rows(agent, filter, PageRequest.first(10)).rows();
            var first = queries.rows(agent, filter, PageRequest.first(2));
            var second = queries.rows(agent, filter, PageRequest.of(first.next(), null, 2));
            var back = queries.rows(agent, filter, PageRequest.of(null, second.previous(), 2));

            assertThat(whole).hasSize(5);
            assertThat(first.rows()).isEqualTo(whole.subList(0, 2));
            assertThat(second.rows()).isEqualTo(whole.subList(2, 4));
            assertThat(back.rows()).isEqualTo(first.rows());
        }
    }

    @Test
    void narrowsByHowTheWarrantyStandsToday() {
        var today = queries.today(agent);
        var running = withAcceptance("R1", today.minusMonths(3));
        var ending = withAcceptance("R2", today.minusMonths(11));
        var over = withAcceptance("R3", today.minusMonths(14));
        var open = withAcceptance("R4", null);

        assertThat(covered(InstalledProductFilter.Cover.RUNNING)).containsExactly(running, ending);
        assertThat(covered(InstalledProductFilter.Cover.ENDING)).containsExactly(ending);
        assertThat(covered(InstalledProductFilter.Cover.OVER)).containsExactly(over);
        assertThat(covered(InstalledProductFilter.Cover.NONE)).containsExactly(open);
    }

    @Test
    void proposesWhatATextNames() {
        installed.product(customer, "SN-7701");
        installed.product(customer, "SN-7702");

        assertThat(queries.suggestions(agent, customer.value(), "今天 sn 7702 又停了"))
                .extracting(InstalledProductRow::serial)
                .containsExactly("SN-7702");
        assertThat(queries.suggestions(agent, customer.value(), "又停了")).isEmpty();
        var other = given.customer();
        installed.product(other, "ONLY-1");
        assertThat(queries.suggestions(agent, other.value(), "又停了"))
                .extracting(InstalledProductRow::serial)
                .containsExactly("ONLY-1");
    }

    private List<String> covered(InstalledProductFilter.Cover cover) {
        return rows(new InstalledProductFilter(
                "R",
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(InstalledProductState.IN_USE),
                cover,
                InstalledProductFilter.Sort.CODE,
                false));
    }

    private List<String> rows(InstalledProductFilter filter) {
        return queries.rows(agent, filter, PageRequest.first(50)).rows().stream()
                .filter(row -> row.customerNumber()
                        .equals(jdbc.sql("select number from foundation.customer where id = ?")
                                .param(customer.value())
                                .query(String.class)
                                .single()))
                .map(InstalledProductRow::code)
                .toList();
    }

    private String withAcceptance(String serial, @Nullable LocalDate on) {
        var like = InstalledFixtures.wanted(customer, serial, null, null);
        return products.register(
                agent,
                new SaveInstalledProduct(
                        serial,
                        null,
                        like.model(),
                        null,
                        like.nameZh(),
                        null,
                        like.customerId(),
                        null,
                        null,
                        null,
                        null,
                        on,
                        null,
                        null,
                        null,
                        WarrantyRule.ACCEPTANCE,
                        12,
                        null,
                        null));
    }

    private SaveInstalledProduct ofMaker(String serial, String maker) {
        return new SaveInstalledProduct(
                serial,
                maker,
                "SC-12",
                null,
                "驱动器",
                null,
                customer.value(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private ReplaceInstalledProduct replacement(String serial, @Nullable Integer months) {
        return new ReplaceInstalledProduct(serial, null, null, queries.today(agent), "轴承损坏", months, true, null);
    }

    private static void violates(String key, @Nullable String field, ThrowingCallable deed) {
        assertThatThrownBy(deed).isInstanceOfSatisfying(RuleViolation.class, violation -> {
            assertThat(violation.key()).isEqualTo(key);
            assertThat(violation.field()).isEqualTo(field);
        });
    }
}
