package io.throughline.web.aftersales.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.test.Companies;
import io.throughline.test.SignInAs;
import io.throughline.test.Statements;
import io.throughline.test.WebTest;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebTest
@Import(Statements.class)
class ContractPagesTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SignInAs as;

    @Autowired
    Companies companies;

    @Autowired
    JdbcClient jdbc;

    private Viewer manager;
    private Viewer agent;
    private Viewer asker;
    private long customer;
    private String contract;

    @BeforeEach
    void aContract() {
        manager = as.create(Role.MANAGER);
        agent = as.create(Role.SUPPORT_AGENT);
        customer = companies.customer();
        asker = as.contact(companies.contact(customer));
        contract = Objects.requireNonNull(
                send(manager, "/contracts", form(Map.of())).getResponse().getRedirectedUrl());
    }

    @Test
    void tellsATicketWhetherItIsCoveredAndWhy() {
        var asked = send(asker, "/portal/tickets", Map.of("subject", "停机", "body", "停机"));
        var ticket =
                Objects.requireNonNull(asked.getResponse().getRedirectedUrl()).substring("/portal".length());
        assertThat(read(agent, ticket)).bodyText().contains(ticket + "/coverage");
        assertThat(read(agent, ticket + "/coverage")).bodyText().contains("不在服务范围内", "还没有注明产品");

        assertThat(send(manager, contract + "/activation", Map.of())).hasStatus3xxRedirection();

        assertThat(read(agent, ticket + "/coverage"))
                .bodyText()
                .contains("在服务范围内", contract, "2099-12-31")
                .doesNotContain("不在服务范围内");
        assertThat(read(agent, "/api/v1" + ticket + "/coverage"))
                .bodyJson()
                .extractingPath("$.covered")
                .isEqualTo(true);
        assertThat(read(manager, contract)).bodyText().contains("生效中", "权益使用", "尚无记录");
        assertThat(read(asker, ticket + "/coverage")).hasStatus(403);
    }

    @Test
    void walksFromTheDraftToItsSuccessorAndItsEnd() {
        assertThat(read(manager, contract)).bodyText().contains("年度维保", "草稿", "已签订，生效");
        assertThat(read(manager, "/contracts?filter.standing=DRAFT")).bodyText().contains(contract);
        send(manager, contract + "/activation", Map.of());
        var next = send(manager, contract + "/renewal", Map.of());
        assertThat(next).hasStatus3xxRedirection();
        assertThat(read(manager, Objects.requireNonNull(next.getResponse().getRedirectedUrl())))
                .bodyText()
                .contains("接续", contract);
        assertThat(read(manager, contract)).bodyText().contains("后续合同");
        assertThat(send(manager, contract + "/cancellation", Map.of("reason", "搬迁")))
                .hasStatus3xxRedirection();
        assertThat(read(manager, contract)).bodyText().contains("已终止：搬迁");
        assertThat(read(manager, "/contracts/CT-0000-0000")).hasStatus(404);
    }

    @Test
    void saysAtTheFieldWhatIsWrong() {
        assertThat(send(manager, "/contracts", form(Map.of("everything", "", "name", ""))))
                .hasStatusOk()
                .bodyText()
                .contains("name-error");
        assertThat(send(manager, "/contracts", form(Map.of("everything", "", "products", "WRONG"))))
                .hasStatusOk()
                .bodyText()
                .contains("products-error", "WRONG");
        assertThat(send(manager, "/contracts", form(Map.of("endsOn", "2001-01-01"))))
                .hasStatusOk()
                .bodyText()
                .contains("endsOn-error");
        assertThat(send(manager, contract, form(Map.of("name", "三年维保", "version", "0"))))
                .hasRedirectedUrl(contract);
        assertThat(read(manager, contract)).bodyText().contains("三年维保");
    }

    @Test
    void beginsWithItsCustomerAndAsksSeldom() {
        var number = jdbc.sql("select number from foundation.customer where id = ?")
                .param(customer)
                .query(String.class)
                .single();
        assertThat(read(manager, "/contracts/new")).bodyText().contains("先选择合同属于哪个客户");
        for (var page :
                new String[] {contract, contract + "/edit", "/contracts", "/contracts/new?customer=" + number}) {
            assertThat(Statements.during(() -> assertThat(read(manager, page)).hasStatusOk()))
                    .as(page)
                    .hasSizeLessThanOrEqualTo(10);
        }
        assertThat(read(agent, "/contracts/new")).hasStatus(403);
        assertThat(read(as.create(Role.ACCOUNT_EXECUTIVE), contract)).hasStatus(404);
    }

    @Test
    void answersPrograms() {
        var address = "/api/v1" + contract;
        assertThat(read(manager, address))
                .bodyJson()
                .extractingPath("$.standing")
                .isEqualTo("DRAFT");
        assertThat(mvc.patch()
                        .uri(address)
                        .with(as.user(manager))
                        .with(csrf())
                        .header("If-Match", "\"0\"")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"visits\":6}"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.visits")
                .isEqualTo(6);
        assertThat(read(manager, "/api/v1/contracts?filter.standing=OVER")).hasStatusOk();
        assertThat(read(manager, "/api/v1/contracts?filter.what=1")).hasStatus(400);
    }

    private Map<String, String> form(Map<String, String> more) {
        var form = new HashMap<>(Map.of(
                "name",
                "年度维保",
                "customerId",
                String.valueOf(customer),
                "startsOn",
                "2026-01-01",
                "endsOn",
                "2099-12-31",
                "everything",
                "true",
                "noticeDays",
                "60"));
        form.putAll(more);
        return form;
    }

    private MvcTestResult read(Viewer viewer, String address) {
        return mvc.get().uri(address).with(as.user(viewer)).exchange();
    }

    private MvcTestResult send(Viewer viewer, String address, Map<String, String> fields) {
        var request = mvc.post().uri(address).with(as.user(viewer)).with(csrf());
        fields.forEach(request::param);
        return request.exchange();
    }
}
