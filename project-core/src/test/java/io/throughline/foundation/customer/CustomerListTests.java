package io.throughline.foundation.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.foundation.model.Cursor;
import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.model.PageRequest;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.foundation.search.Search;
import io.throughline.project.lifecycle.CustomerProjects;
import io.throughline.project.lifecycle.ProjectFixtures;
import io.throughline.test.CoreTest;
import io.throughline.test.Statements;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@CoreTest
@Import(Statements.class)
class CustomerListTests {

    private static final Viewer SYSTEM = Viewer.system("test");

    @Autowired
    Customers customers;

    @Autowired
    CustomerListQueries lists;

    @Autowired
    CustomerQueries queries;

    @Autowired
    CustomerDetailQueries details;

    @Autowired
    CustomerProjects projects;

    @Autowired
    Search search;

    @Autowired
    ProjectFixtures people;

    private Viewer first;
    private Viewer second;

    @BeforeEach
    void twoAccountExecutives() {
        first = people.a(Role.ACCOUNT_EXECUTIVE);
        second = people.a(Role.ACCOUNT_EXECUTIVE);
    }

    @Test
    void showsAnAccountExecutiveTheOwnCustomersOnly() {
        create("甲厂", first);
        create("乙厂", second);

        assertThat(names(first)).containsExactly("甲厂");
        assertThat(names(second)).containsExactly("乙厂");
        assertThat(lists.count(first, CustomerFilter.everything())).isEqualTo(1);
        assertThat(names(people.a(Role.MANAGER))).contains("甲厂", "乙厂");
    }

    @Test
    void keepsAnAccountExecutiveFromChangingTheCustomersOfAnother() {
        var theirs = create("乙厂", second);

        assertThatThrownBy(() -> customers.change(first, theirs, data("丙厂", null)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> customers.archive(first, theirs)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> customers.addSite(first, theirs, new SaveSite("厂", "路", "Asia/Shanghai", null)))
                .isInstanceOf(NotFound.class);
        assertThat(names(second)).containsExactly("乙厂");
    }

    @Test
    void leavesTheLeadToWhoHasIt() {
        var id = customers.create(first, data("甲厂", second.id().value()));
        assertThat(names(first)).containsExactly("甲厂");

        customers.change(people.a(Role.SALES), id, data("甲厂", second.id().value()));
        assertThat(names(first)).isEmpty();
        assertThat(names(second)).containsExactly("甲厂");
    }

    @Test
    void refusesSomebodyAsAccountExecutiveWhoIsNone() {
        var agent = people.a(Role.SUPPORT_AGENT);

        assertThatThrownBy(() -> customers.create(SYSTEM, data("甲厂", agent.id().value())))
                .isInstanceOf(RuleViolation.class);
    }

    @Test
    void findsByNameAndSoundButForThoseWhoMaySeeItOnly() {
        create("东风轴承", first);

        assertThat(found(first, "dfzc")).containsExactly("东风轴承");
        assertThat(found(first, "dong feng")).containsExactly("东风轴承");
        assertThat(found(first, "风轴")).containsExactly("东风轴承");
        assertThat(found(first, "100%")).isEmpty();
        assertThat(found(second, "dfzc")).isEmpty();
        assertThat(search.find(second, "东风轴承", "CUSTOMER", 5)).isEmpty();
        assertThat(search.find(first, "东风轴承", "CUSTOMER", 5)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(CustomerFilter.Sort.class)
    void pagesForwardAndBackWithoutGapInEveryOrder(CustomerFilter.Sort sort) {
        for (var name : List.of("丁", "乙", "丙", "甲", "戊")) {
            create(name + "厂", first);
        }
        for (boolean down : new boolean[] {false, true}) {
            var filter = CustomerFilter.everything().sorted(sort, down);
            var whole = lists.rows(first, filter, PageRequest.first(50)).rows();
            var seen = new ArrayList<CustomerRow>();
            var page = lists.rows(first, filter, PageRequest.first(2));
            seen.addAll(page.rows());
            while (page.next() != null) {
                page = lists.rows(first, filter, PageRequest.of(page.next(), null, 2));
                seen.addAll(page.rows());
            }
            assertThat(seen).hasSize(5).isEqualTo(whole);
            var back = lists.rows(first, filter, PageRequest.of(null, page.previous(), 2));
            assertThat(back.rows()).isEqualTo(whole.subList(2, 4));
        }
    }

    @Test
    void refusesACursorOfAnotherOrder() {
        var filter = CustomerFilter.everything().sorted(CustomerFilter.Sort.CHANGED, false);

        assertThatThrownBy(() -> lists.rows(first, filter, new PageRequest(Cursor.of("not a time", 1), null, 25)))
                .isInstanceOf(RuleViolation.class);
    }

    @Test
    void showsArchivedOnesOnDemand() {
        var id = create("甲厂", first);
        customers.archive(first, id);

        assertThat(names(first)).isEmpty();
        var archived = new CustomerFilter(
                null, java.util.Set.of(), java.util.Set.of(), true, true, CustomerFilter.Sort.NAME, false);
        assertThat(lists.rows(first, archived, PageRequest.first(5)).rows()).hasSize(1);
    }

    @Test
    void asksTheSameNumberOfStatementsForFewAndMany() {
        create("甲厂", first);
        var few = Statements.during(this::readAPage);
        for (int i = 0; i < 20; i++) {
            create("厂" + i, first);
        }
        var many = Statements.during(this::readAPage);

        assertThat(few).hasSize(3);
        assertThat(many).hasSameSizeAs(few);
    }

    @Test
    void refusesADomainAndAnAddressThatAreTaken() {
        var mine = create("甲厂", first);
        var other = create("乙厂", first);
        customers.change(first, mine, CustomerTests.data("甲厂", null, List.of("jia.example")));
        customers.addContact(first, mine, contact("李敏", "li@jia.example"));

        assertThatThrownBy(() -> customers.change(first, other, CustomerTests.data("乙厂", null, List.of("JIA.example"))))
                .isInstanceOf(RuleViolation.class);
        assertThatThrownBy(() -> customers.addContact(first, other, contact("王敏", "LI@jia.example")))
                .isInstanceOf(RuleViolation.class);
    }

    @Test
    void keepsAnInactiveContactInTheRecordsAndOutOfTheChoice() {
        var mine = create("甲厂", first);
        var contact = customers.addContact(first, mine, contact("李敏", null));
        customers.deactivateContact(first, contact);

        assertThat(queries.contacts(first, mine)).isEmpty();
        assertThat(details.contacts(first, mine)).singleElement().matches(row -> !row.active());
        assertThat(details.contacts(second, mine)).isEmpty();
    }

    private void readAPage() {
        var page = lists.rows(first, CustomerFilter.everything(), PageRequest.first(25));
        lists.count(first, CustomerFilter.everything());
        projects.running(first, page.rows().stream().map(CustomerRow::id).toList());
    }

    private List<String> names(Viewer viewer) {
        return lists.rows(viewer, CustomerFilter.everything(), PageRequest.first(100)).rows().stream()
                .map(CustomerRow::shortName)
                .toList();
    }

    private List<String> found(Viewer viewer, String typed) {
        return lists.rows(viewer, CustomerFilter.everything().finding(typed), PageRequest.first(25)).rows().stream()
                .map(CustomerRow::shortName)
                .toList();
    }

    private CustomerId create(String name, Viewer accountExecutive) {
        return customers.create(SYSTEM, data(name, accountExecutive.id().value()));
    }

    private static SaveCustomer data(String name, @Nullable Long accountExecutive) {
        return CustomerTests.data(name, null, List.of()).ledBy(accountExecutive);
    }

    private static SaveContact contact(String name, @Nullable String email) {
        return new SaveContact(name, null, email, null, null, "zh-CN", false, null, null);
    }
}
