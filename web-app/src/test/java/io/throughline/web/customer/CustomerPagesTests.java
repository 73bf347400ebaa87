package io.throughline.web.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.throughline.foundation.customer.CustomerDetailQueries;
import io.throughline.foundation.customer.CustomerId;
import io.throughline.foundation.customer.CustomerTier;
import io.throughline.foundation.customer.Customers;
import io.throughline.foundation.customer.SaveCustomer;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.test.SignInAs;
import io.throughline.test.WebTest;
import jakarta.persistence.EntityManager;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WebTest
class CustomerPagesTests {

    private static final Viewer SYSTEM = Viewer.system("test");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SignInAs as;

    @Autowired
    Customers customers;

    @Autowired
    CustomerDetailQueries details;

    @Autowired
    EntityManager entities;

    @Autowired
    JdbcClient jdbc;

    private CustomerId id;
    private String number;

    @BeforeEach
    void fill() {
        id = aCustomer("华东仓储", null);
        number = numberOf(id);
    }

    @Test
    void listsCustomersInBothLanguages() {
        assertThat(mvc.get().uri("/customers").with(as.staff(Role.MANAGER)))
                .hasStatusOk()
                .bodyText()
                .contains("华东仓储", number, "重点客户", "未结工单");
        assertThat(mvc.get().uri("/customers?lang=en").with(as.staff(Role.MANAGER)))
                .hasStatusOk()
                .bodyText()
                .contains("Open tickets", "New customer");
    }

    @Test
    void findsByPinyin() {
        aCustomer("海天重工", null);

        assertThat(mvc.get().uri("/customers?q=hdcc").with(as.staff(Role.MANAGER)))
                .hasStatusOk()
                .bodyText()
                .contains("华东仓储")
                .doesNotContain("海天重工");
    }

    @Test
    void offersNoCreationToThoseWhoMayNot() {
        assertThat(mvc.get().uri("/customers").with(as.staff(Role.SUPPORT_AGENT)))
                .bodyText()
                .doesNotContain("/customers/new");
        assertThat(mvc.get().uri("/customers/new").with(as.staff(Role.SUPPORT_AGENT)))
                .hasStatus(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/projects", "/tickets", "/contacts", "/documents", "/edit"})
    void showsEveryTabToTheAccountExecutiveAndHidesItFromAnother(String tab) {
        var mine = as.create(Role.ACCOUNT_EXECUTIVE);
        var theirs = as.create(Role.ACCOUNT_EXECUTIVE);
        var own = numberOf(aCustomer("蓝海科技", mine.id().value()));

        assertThat(mvc.get().uri("/customers/" + own + tab).with(as.user(mine)))
                .hasStatusOk()
                .bodyText()
                .contains("蓝海科技");
        assertThat(mvc.get().uri("/customers/" + own + tab).with(as.user(theirs)))
                .hasStatus(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/customers", "/api/v1/customers"})
    void keepsPortalUsersOut(String address) {
        assertThat(mvc.get().uri(address).with(as.staff(Role.CUSTOMER))).hasStatus(403);
    }

    @Test
    void keepsTheCustomersWorkCalendar() {
        var result = mvc.post()
                .uri("/customers")
                .with(as.staff(Role.SALES))
                .with(csrf())
                .param("name", "西湖仪表有限公司")
                .param("shortName", "西湖仪表")
                .param("tier", "STANDARD")
                .param("calendarId", "1")
                .exchange();
        var path = String.valueOf(result.getResponse().getRedirectedUrl());

        assertThat(mvc.get().uri(path).with(as.staff(Role.MANAGER))).bodyText().contains("客户工作日历", "中国标准");
        assertThat(mvc.get().uri("/api/v1" + path).with(as.staff(Role.MANAGER)))
                .bodyJson()
                .extractingPath("$.calendar")
                .isEqualTo(1);
        assertThat(mvc.post()
                        .uri("/customers")
                        .with(as.staff(Role.SALES))
                        .with(csrf())
                        .param("name", "东湖仪表有限公司")
                        .param("shortName", "东湖仪表")
                        .param("tier", "STANDARD")
                        .param("calendarId", "99999999"))
                .bodyText()
                .contains("没有这个日历");
    }

    @Test
    void createsACustomer() {
        var result = mvc.post()
                .uri("/customers")
                .with(as.staff(Role.SALES))
                .with(csrf())
                .param("name", "天津精工有限公司")
                .param("shortName", "天津精工")
                .param("tier", "STRATEGIC")
                .param("domains", "jinggong.example, Mail.Jinggong.example")
                .exchange();

        assertThat(result).hasStatus3xxRedirection();
        var path = result.getResponse().getRedirectedUrl();
        entities.flush();
        assertThat(mvc.get().uri(path).with(as.staff(Role.MANAGER)))
                .hasStatusOk()
                .bodyText()
                .contains("天津精工", "战略客户", "mail.jinggong.example", "新建了客户");
    }

    @Test
    void keepsWhatWasTypedWhenTheCreditCodeIsWrong() {
        assertThat(mvc.post()
                        .uri("/customers")
                        .with(as.staff(Role.SALES))
                        .with(csrf())
                        .param("name", "天津精工有限公司")
                        .param("shortName", "天津精工")
                        .param("tier", "KEY")
                        .param("creditCode", "91350100M000100Y44"))
                .hasStatusOk()
                .bodyText()
                .contains("天津精工有限公司", "91350100M000100Y44", "统一社会信用代码不正确");
    }

    @Test
    void keepsWhatWasTypedWhenSomebodySavedMeanwhileAndThenSaves() {
        var stale = String.valueOf(details.require(SYSTEM, number).version());
        customers.change(SYSTEM, id, command("华东仓储", null, null));
        entities.flush();
        var manager = as.staff(Role.MANAGER);

        var refused = mvc.post()
                .uri("/customers/" + number)
                .with(manager)
                .with(csrf())
                .param("name", "我的新名称")
                .param("shortName", "新名称")
                .param("tier", "KEY")
                .param("version", stale)
                .exchange();
        assertThat(refused)
                .hasStatusOk()
                .bodyText()
                .contains("我的新名称", "别人也改了这一项", "华东仓储有限公司")
                .doesNotContain("name=\"version\" value=\"" + stale + "\"");
        entities.clear();
        assertThat(details.require(SYSTEM, number).shortName()).isEqualTo("华东仓储");
    }

    @Test
    void archivesAndRestores() {
        var manager = as.staff(Role.MANAGER);

        assertThat(mvc.post()
                        .uri("/customers/" + number + "/archive")
                        .with(manager)
                        .with(csrf()))
                .hasStatus3xxRedirection();
        entities.flush();
        assertThat(details.require(SYSTEM, number).archived()).isTrue();
        assertThat(mvc.post()
                        .uri("/customers/" + number + "/archive/removal")
                        .with(manager)
                        .with(csrf()))
                .hasStatus3xxRedirection();
        entities.flush();
        assertThat(details.require(SYSTEM, number).archived()).isFalse();
    }

    @Test
    void mergesNotesAndTicketsIntoOneTimeline() {
        jdbc.sql("""
                        insert into aftersales.ticket (id, version, number, kind, channel, status, category, subject,
                               priority, customer_id, opened_at, active_at, resolved_at, created_at, changed_at)
                        values (nextval('foundation.id_seq'), 0, 'TK-2026-900001-1', 'FEEDBACK', 'PHONE', 'RESOLVED',
                               'RESOLVED', '主轴异响', 'P3', ?, now() - interval '2 days', now(), now() - interval '1 day',
                               now(), now())
                        """).param(id.value()).update();

        assertThat(mvc.get().uri("/customers/" + number).with(as.staff(Role.MANAGER)))
                .hasStatusOk()
                .bodyText()
                .containsSubsequence("新建了客户", "工单已解决", "主轴异响", "新建工单", "主轴异响");
        assertThat(mvc.get().uri("/customers/" + number + "?filter.kind=TICKET").with(as.staff(Role.MANAGER)))
                .bodyText()
                .contains("主轴异响")
                .doesNotContain("新建了客户");
        assertThat(mvc.get()
                        .uri("/customers/" + number + "?filter.kind=NONSENSE")
                        .with(as.staff(Role.MANAGER)))
                .hasStatus(400);
    }

    @Test
    void refusesAFilterNobodyKnows() {
        assertThat(mvc.get()
                        .uri("/customers?filter.colour=red")
                        .accept(MediaType.TEXT_HTML)
                        .with(as.staff(Role.MANAGER)))
                .hasStatus(400);
    }

    private CustomerId aCustomer(String shortName, @Nullable Long accountExecutive) {
        var made = customers.create(SYSTEM, command(shortName, accountExecutive, null));
        entities.flush();
        return made;
    }

    private static SaveCustomer command(String shortName, @Nullable Long accountExecutive, @Nullable Integer version) {
        return new SaveCustomer(
                shortName + "有限公司",
                shortName,
                null,
                null,
                CustomerTier.KEY,
                accountExecutive,
                null,
                null,
                null,
                null,
                null,
                null,
                version);
    }

    private String numberOf(CustomerId customer) {
        return jdbc.sql("select number from foundation.customer where id = ?")
                .param(customer.value())
                .query(String.class)
                .single();
    }
}
