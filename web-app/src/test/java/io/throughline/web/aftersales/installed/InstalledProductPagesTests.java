package io.throughline.web.aftersales.installed;

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
class InstalledProductPagesTests {

    private static final int MOST = 10;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SignInAs as;

    @Autowired
    Companies companies;

    @Autowired
    JdbcClient jdbc;

    private Viewer agent;
    private long customer;
    private Viewer asker;
    private Viewer managerOfAsker;
    private String product;

    @BeforeEach
    void aProduct() {
        agent = as.create(Role.SUPPORT_AGENT);
        customer = companies.customer();
        asker = as.contact(companies.contact(customer));
        managerOfAsker = as.contact(companies.manager(customer));
        product = registered("SN-4711", Map.of());
    }

    @Test
    void showsWhatItIsAndUntilWhenItIsUnderWarranty() {
        assertThat(read(agent, product))
                .hasStatusOk()
                .bodyText()
                .contains("SN-4711", "SC-12", "堆垛机", "12 个月，自验收起算", "2026-03-01 至 2027-03-01", "不是来自我们的项目");
        assertThat(read(agent, "/installed-products?q=4711")).bodyText().contains(product);
        assertThat(read(agent, "/installed-products?filter.warranty=OVER&q=4711"))
                .bodyText()
                .doesNotContain(product);
        assertThat(read(agent, "/customers/" + number() + "/products"))
                .bodyText()
                .contains("SN-4711");
        assertThat(read(agent, "/installed-products/NOT-THERE")).hasStatus(404);
    }

    @Test
    void saysAtTheFieldWhatIsWrong() {
        assertThat(send(agent, "/installed-products", form("SN 4711", Map.of())))
                .hasStatusOk()
                .bodyText()
                .contains("serial-error", "已经登记过");
        assertThat(send(agent, "/installed-products", form("SN-4712", Map.of("model", ""))))
                .hasStatusOk()
                .bodyText()
                .contains("model-error");
        assertThat(send(agent, "/installed-products", form("SN-4712", Map.of("warrantyMonths", "x"))))
                .hasStatusOk()
                .bodyText()
                .contains("warrantyMonths-error");
        assertThat(send(agent, "/installed-products", form("SN-4712", Map.of("warrantyRule", ""))))
                .hasStatusOk()
                .bodyText()
                .contains("warrantyRule-error");
        assertThat(send(agent, product, form("SN-4711", Map.of("parent", "SN-4711"))))
                .hasStatusOk()
                .bodyText()
                .contains("parent-error", "是它自己的部件");
    }

    @Test
    void givesItsPlaceToANewOneAndRetiresThat() {
        var made = send(
                agent,
                product + "/replacement",
                Map.of("serial", "SN-4713", "on", "2026-06-01", "reason", "轴承损坏", "parts", "true"));
        assertThat(made).hasStatus3xxRedirection();
        var next = Objects.requireNonNull(made.getResponse().getRedirectedUrl());

        assertThat(read(agent, product)).bodyText().contains("轴承损坏", "SN-4713");
        assertThat(read(agent, next)).bodyText().contains("替换了", "SN-4711");
        assertThat(send(agent, next + "/retirement", Map.of("on", "", "reason", "")))
                .hasStatusOk()
                .bodyText()
                .contains("on-error", "reason-error");
        assertThat(send(agent, next + "/retirement", Map.of("on", "2026-06-02", "reason", "拆除")))
                .hasStatus3xxRedirection();
        assertThat(read(agent, next)).bodyText().contains("已停用", "恢复使用");
        assertThat(send(agent, next + "/retirement/removal", Map.of())).hasStatus3xxRedirection();
        assertThat(read(agent, next)).bodyText().contains("在用");
    }

    @Test
    void printsALabelWhoseCodeLeadsEverybodyToTheirPage() {
        assertThat(read(agent, product + "/label.svg"))
                .hasStatusOk()
                .hasContentTypeCompatibleWith("image/svg+xml")
                .bodyText()
                .contains("70mm", "SN-4711", "<path");
        assertThat(read(agent, "/products/SN-4711")).hasRedirectedUrl(product);
        assertThat(read(managerOfAsker, "/products/SN-4711")).hasRedirectedUrl("/portal/products/SN-4711");
        assertThat(read(asker, "/products/SN-4711")).hasStatus(404);
    }

    @Test
    void standsOnItsTicketsAndIsProposedWhereTheyNameIt() {
        var named = send(asker, "/portal/tickets", Map.of("subject", "停机", "body", "停机", "product", "sn 4711"));
        assertThat(named).hasStatus3xxRedirection();
        var ticket = ticketOf(named);
        assertThat(read(agent, ticket)).bodyText().contains("SN-4711", "质保期内");
        assertThat(read(agent, product)).bodyText().contains("停机", "1 次故障");
        assertThat(read(asker, "/portal" + ticket)).bodyText().contains("SN-4711 · SC-12");

        registered("SN-9999", Map.of());
        var told = ticketOf(send(asker, "/portal/tickets", Map.of("subject", "又停了", "body", "机身上写着 SN-9999")));
        assertThat(read(agent, told)).bodyText().contains("可能是关于", "SN-9999").doesNotContain("SN-4711");
        assertThat(send(agent, told + "/product", Map.of("product", "SN-9999"))).hasStatus3xxRedirection();
        assertThat(read(agent, told)).bodyText().contains("质保期内").doesNotContain("可能是关于");
        assertThat(send(asker, "/portal/tickets", Map.of("subject", "停机", "body", "停机", "product", "WRONG")))
                .hasStatusOk()
                .bodyText()
                .contains("product-error", "没有序列号为 WRONG 的产品");
    }

    @Test
    void isShownInThePortalToManagerContactsOfItsCustomerOnly() {
        var stranger = as.contact(companies.manager(companies.customer()));

        assertThat(read(managerOfAsker, "/portal/products")).bodyText().contains("SN-4711");
        assertThat(read(managerOfAsker, "/portal/products/SN-4711")).bodyText().contains("质保期内", "报修");
        assertThat(read(managerOfAsker, "/portal/tickets/new?product=SN-4711"))
                .bodyText()
                .contains("SN-4711");
        assertThat(read(asker, "/portal/products")).bodyText().contains("管理联系人").doesNotContain("SN-4711");
        assertThat(read(stranger, "/portal/products")).bodyText().doesNotContain("SN-4711");
        for (var other : new Viewer[] {stranger, asker}) {
            assertThat(read(other, "/portal/products/SN-4711")).hasStatus(404);
        }
        assertThat(read(as.create(Role.ACCOUNT_EXECUTIVE), product)).hasStatus(404);
        assertThat(read(as.create(Role.TRAINER), product)).hasStatus(403);
    }

    @Test
    void beginsWithItsCustomer() {
        assertThat(read(agent, "/installed-products/new")).bodyText().contains("先选择产品属于哪个客户");
        assertThat(read(agent, "/installed-products/new?customer=" + number()))
                .bodyText()
                .contains("保存");
        assertThat(read(agent, "/installed-products/new?parent=SN-4711"))
                .bodyText()
                .contains("SN-4711");
        assertThat(read(agent, product + "/edit")).bodyText().contains("2026-03-01");
        assertThat(send(agent, product, form("SN-4711-B", Map.of("version", "0"))))
                .hasRedirectedUrl("/installed-products/SN-4711-B");
    }

    @Test
    void answersPrograms() {
        var address = "/api/v1" + product;
        assertThat(read(agent, address))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.warranty.end")
                .isEqualTo("2027-03-01");
        assertThat(mvc.patch()
                        .uri(address)
                        .with(as.user(agent))
                        .with(csrf())
                        .header("If-Match", "\"0\"")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"productVersion\":\"2.2\",\"warrantyMonths\":24}")
                        .exchange())
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.warranty.end")
                .isEqualTo("2028-03-01");
        assertThat(call("/api/v1/installed-products", """
                        {"model":"CV-8","nameEn":"Conveyor","customerId":%d}""".formatted(customer))).hasStatus(201);
        assertThat(read(agent, "/api/v1/installed-products?filter.customer=" + number()))
                .bodyJson()
                .extractingPath("$.length()")
                .isEqualTo(2);
        assertThat(read(agent, "/api/v1/installed-products?filter.color=red")).hasStatus(400);
        assertThat(call("/api/v1/tickets", """
                        {"kind":"DIAGNOSIS","subject":"停机","body":"停机","installedProduct":"sn4711"}"""))
                .hasStatus(201)
                .bodyJson()
                .extractingPath("$.customer")
                .isEqualTo(number());
        assertThat(read(agent, "/api/v1/tickets?filter.product=SN-4711"))
                .bodyJson()
                .extractingPath("$[0].installedProduct")
                .isEqualTo("SN-4711");
    }

    @Test
    void asksTheDatabaseSeldom() {
        registered("SN-4711-P", Map.of("parent", "SN-4711"));
        var ticket =
                ticketOf(send(asker, "/portal/tickets", Map.of("subject", "停机", "body", "停机", "product", "SN-4711")));
        for (var page : new String[] {
            product,
            "/installed-products",
            "/installed-products/new?customer=" + number(),
            product + "/edit",
            ticket,
            "/tickets/new?product=SN-4711"
        }) {
            assertThat(Statements.during(() -> assertThat(read(agent, page)).hasStatusOk()))
                    .as(page)
                    .hasSizeLessThanOrEqualTo(MOST);
        }
        assertThat(Statements.during(() -> assertThat(read(managerOfAsker, "/portal/products/SN-4711"))
                        .hasStatusOk()))
                .hasSizeLessThanOrEqualTo(MOST);
    }

    private String registered(String serial, Map<String, String> more) {
        var made = send(agent, "/installed-products", form(serial, more));
        assertThat(made).hasStatus3xxRedirection();
        return Objects.requireNonNull(made.getResponse().getRedirectedUrl());
    }

    private Map<String, String> form(String serial, Map<String, String> more) {
        var form = new HashMap<>(Map.of(
                "serial",
                serial,
                "model",
                "SC-12",
                "nameZh",
                "堆垛机",
                "customerId",
                String.valueOf(customer),
                "acceptedOn",
                "2026-03-01",
                "warrantyRule",
                "ACCEPTANCE",
                "warrantyMonths",
                "12"));
        form.putAll(more);
        return form;
    }

    private static String ticketOf(MvcTestResult sent) {
        return Objects.requireNonNull(sent.getResponse().getRedirectedUrl()).substring("/portal".length());
    }

    private String number() {
        return jdbc.sql("select number from foundation.customer where id = ?")
                .param(customer)
                .query(String.class)
                .single();
    }

    private MvcTestResult read(Viewer viewer, String address) {
        return mvc.get().uri(address).with(as.user(viewer)).exchange();
    }

    private MvcTestResult call(String address, String json) {
        return mvc.post()
                .uri(address)
                .with(as.user(agent))
                .with(csrf())
                .contentType(MediaType.APPLICATION_JSON)
                .content(json)
                .exchange();
    }

    private MvcTestResult send(Viewer viewer, String address, Map<String, String> fields) {
        var request = mvc.post().uri(address).with(as.user(viewer)).with(csrf());
        fields.forEach(request::param);
        return request.exchange();
    }
}
