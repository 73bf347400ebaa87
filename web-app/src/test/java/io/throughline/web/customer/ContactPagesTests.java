package io.throughline.web.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.throughline.foundation.customer.ContactId;
import io.throughline.foundation.customer.CustomerDetailQueries;
import io.throughline.foundation.customer.CustomerId;
import io.throughline.foundation.customer.Customers;
import io.throughline.foundation.customer.SaveContact;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.test.Companies;
import io.throughline.test.SignInAs;
import io.throughline.test.WebTest;
import jakarta.persistence.EntityManager;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WebTest
class ContactPagesTests {

    private static final Viewer SYSTEM = Viewer.system("test");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SignInAs as;

    @Autowired
    Companies companies;

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
    void aCustomer() {
        id = new CustomerId(companies.customer());
        number = numberOf(id);
    }

    @Test
    void addsAContactAndMarksItManager() {
        assertThat(mvc.post()
                        .uri("/customers/" + number + "/contacts")
                        .with(as.staff(Role.SUPPORT_AGENT))
                        .with(csrf())
                        .param("name", "王敏")
                        .param("email", "wangmin@jinggong.example")
                        .param("locale", "zh-CN")
                        .param("_manager", "on")
                        .param("manager", "true"))
                .hasStatus3xxRedirection();
        entities.flush();

        assertThat(mvc.get().uri("/customers/" + number + "/contacts").with(as.staff(Role.SUPPORT_AGENT)))
                .hasStatusOk()
                .bodyText()
                .contains("王敏", "客户方负责人", "客户经理或管理者可以在此邀请");
    }

    @Test
    void showsFromWhomMailCameBackAndTakesTheMarkOff() {
        var contact = aContact("李工", "Li@jinggong.example");
        aContact("王敏", "wang@jinggong.example");
        jdbc.sql("""
                        insert into aftersales.mail_failure (address, at, diagnostic)
                        values ('li@jinggong.example', now(), '550 no such user')
                        """).update();
        var agent = as.user(as.create(Role.SUPPORT_AGENT));
        var contacts = "/customers/" + number + "/contacts";

        assertThat(mvc.get().uri(contacts).with(agent))
                .hasStatusOk()
                .bodyText()
                .contains("发往 li@jinggong.example 的邮件于", "550 no such user", "王敏");
        assertThat(mvc.get().uri(contacts + "?undeliverable=true").with(agent))
                .bodyText()
                .contains("550 no such user")
                .doesNotContain("王敏");
        assertThat(mvc.get().uri(contacts + "/" + contact.value() + "/edit").with(agent))
                .bodyText()
                .contains("550 no such user");
        assertThat(mvc.get().uri("/customers/undeliverable").with(agent))
                .bodyText()
                .contains("li@jinggong.example", "550 no such user")
                .doesNotContain("王敏");
        assertThat(mvc.get().uri("/customers/undeliverable").with(as.staff(Role.ACCOUNT_EXECUTIVE)))
                .bodyText()
                .contains("没有邮件被退回的联系人")
                .doesNotContain("li@jinggong.example");
        assertThat(mvc.get().uri("/api/v1" + contacts + "?undeliverable=true").with(agent))
                .bodyJson()
                .extractingPath("$[*].undeliverable.reason")
                .asArray()
                .containsExactly("550 no such user");

        assertThat(mvc.post()
                        .uri(contacts + "/" + contact.value() + "/undeliverable/removal")
                        .with(agent)
                        .with(csrf()))
                .hasStatus3xxRedirection();

        assertThat(mvc.get().uri("/api/v1" + contacts + "/" + contact.value()).with(agent))
                .bodyJson()
                .hasPathSatisfying("$.name", name -> assertThat(name).isEqualTo("李工"))
                .extractingPath("$.undeliverable")
                .isNull();
        assertThat(mvc.delete()
                        .uri("/api/v1" + contacts + "/" + contact.value() + "/undeliverable")
                        .with(agent)
                        .with(csrf()))
                .hasStatus(404);
    }

    @Test
    void mailsTheInvitationOfAContactForThoseWhoCareForTheCustomer() {
        var contact = aContact("李工", "li@jinggong.example");
        var address = "/customers/" + number + "/contacts/" + contact.value() + "/invitation";

        assertThat(mvc.post()
                        .uri(address)
                        .with(as.staff(Role.SUPPORT_AGENT))
                        .with(csrf())
                        .param("login", "li"))
                .hasStatus(403);
        assertThat(mvc.post()
                        .uri(address)
                        .with(as.staff(Role.MANAGER))
                        .with(csrf())
                        .param("login", "li.gong"))
                .hasStatus3xxRedirection();
        entities.flush();
        assertThat(details.contact(SYSTEM, id, contact).login()).isEqualTo("li.gong");
        assertThat(jdbc.sql("select template from foundation.outbox_mail where recipient = 'li@jinggong.example'")
                        .query(String.class)
                        .list())
                .containsExactly("invitation");
    }

    @Test
    void keepsContactsOfOneCustomerAwayFromTheAddressOfAnother() {
        var contact = aContact("李工", null);
        var other = numberOf(new CustomerId(companies.customer()));

        assertThat(mvc.get()
                        .uri("/customers/" + other + "/contacts/" + contact.value() + "/edit")
                        .with(as.staff(Role.MANAGER)))
                .hasStatus(404);
        assertThat(mvc.post()
                        .uri("/customers/" + other + "/contacts/" + contact.value() + "/deactivation")
                        .with(as.staff(Role.MANAGER))
                        .with(csrf()))
                .hasStatus(404);
        assertThat(details.contact(SYSTEM, id, contact).active()).isTrue();
    }

    private ContactId aContact(String name, @Nullable String email) {
        var made = customers.addContact(
                SYSTEM, id, new SaveContact(name, null, email, null, null, "zh-CN", false, null, null));
        entities.flush();
        return made;
    }

    private String numberOf(CustomerId customer) {
        return jdbc.sql("select number from foundation.customer where id = ?")
                .param(customer.value())
                .query(String.class)
                .single();
    }
}
