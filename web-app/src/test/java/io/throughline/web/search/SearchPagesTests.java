package io.throughline.web.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.foundation.customer.CustomerTier;
import io.throughline.foundation.customer.Customers;
import io.throughline.foundation.customer.SaveCustomer;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.test.SignInAs;
import io.throughline.test.WebTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WebTest
class SearchPagesTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SignInAs as;

    @Autowired
    Customers customers;

    @BeforeEach
    void fill() {
        customers.create(
                Viewer.system("test"),
                new SaveCustomer(
                        "华东仓储有限公司",
                        "华东仓储",
                        "East Storage",
                        "91350100M000100Y43",
                        CustomerTier.KEY,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null));
    }

    @Test
    void listsWhatWasFound() {
        assertThat(mvc.get().uri("/search?q=仓储").with(as.staff(Role.SUPPORT_AGENT)))
                .hasStatusOk()
                .bodyText()
                .contains("华东<mark>仓储</mark>", "客户", "找到 1 条");
        assertThat(mvc.get().uri("/search?q=hdcc&lang=en").with(as.staff(Role.SUPPORT_AGENT)))
                .hasStatusOk()
                .bodyText()
                .contains("1 found");
    }

    @Test
    void saysWhenNothingWasFound() {
        assertThat(mvc.get().uri("/search?q=没有此物").with(as.staff(Role.SUPPORT_AGENT)))
                .hasStatusOk()
                .bodyText()
                .contains("没有找到“没有此物”");
    }

    @Test
    void suggestsPagesAndRecords() {
        assertThat(mvc.get().uri("/search/suggest?q=华东").with(as.staff(Role.SUPPORT_AGENT)))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.groups[0].items[0].label")
                .isEqualTo("华东仓储");
    }

    @Test
    void keepsCustomersOut() {
        assertThat(mvc.get().uri("/search?q=华东").with(as.staff(Role.CUSTOMER))).hasStatus(403);
    }
}
