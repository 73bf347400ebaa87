package io.throughline.web.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.foundation.people.Role;
import io.throughline.test.SignInAs;
import io.throughline.test.WebTest;
import jakarta.persistence.EntityManager;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebTest
class CustomerApiTests {

    private static final MediaType PATCH = MediaType.parseMediaType("application/merge-patch+json");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SignInAs as;

    @Autowired
    EntityManager entities;

    @Autowired
    JdbcClient jdbc;

    @Test
    void createsAndShowsACustomer() {
        var created = create("北方轴承", "\"domains\":[\"zc.example\"]");

        assertThat(created).hasStatus(201).headers().hasValue("ETag", "\"0\"");
        var location = created.getResponse().getHeader("Location");
        assertThat(mvc.get().uri(location).with(as.staff(Role.SUPPORT_AGENT)))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.domains[0]")
                .isEqualTo("zc.example");
        assertThat(mvc.get().uri(location).header("If-None-Match", "\"0\"").with(as.staff(Role.SUPPORT_AGENT)))
                .hasStatus(304);
    }

    @Test
    void refusesABadCreditCodeWithItsPlace() {
        var answer = create("北方轴承", "\"creditCode\":\"91350100M000100Y44\"");

        assertThat(answer)
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.errors[0].pointer")
                .isEqualTo("/creditCode");
    }

    @Test
    void patchesOnlyFromThePresentVersion() {
        var location = create("北方轴承", "\"industry\":\"制造\"").getResponse().getHeader("Location");
        entities.flush();

        assertThat(patch(location, null, "{\"industry\":\"轴承\"}")).hasStatus(428);
        assertThat(patch(location, "\"7\"", "{\"industry\":\"轴承\"}")).hasStatus(412);
        assertThat(patch(location, "\"0\"", "{\"colour\":\"red\"}")).hasStatus4xxClientError();
        assertThat(patch(location, "\"0\"", "{\"industry\":\"轴承\"}"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.industry")
                .isEqualTo("轴承");
    }

    @Test
    void pagesByLinkWithTheFilterKept() {
        create("甲轴承", "\"industry\":\"制造\"");
        create("乙轴承", "\"industry\":\"制造\"");
        create("丙仓储", "\"industry\":\"物流\"");
        entities.flush();

        var first = mvc.get()
                .uri("/api/v1/customers?q=轴承&size=1&sort=-name")
                .with(as.staff(Role.MANAGER))
                .exchange();
        assertThat(first).hasStatusOk().bodyJson().extractingPath("$.length()").isEqualTo(1);
        assertThat(first).bodyJson().extractingPath("$[0].openTickets").isEqualTo(0);
        assertThat(first.getResponse().getHeader("Link")).contains("rel=\"next\"", "size=1", "after=");
        assertThat(mvc.get().uri("/api/v1/customers?colour=red").with(as.staff(Role.MANAGER)))
                .hasStatus4xxClientError();
    }

    @Test
    void addsContactsAndSites() {
        var location = create("北方轴承", "\"industry\":\"制造\"").getResponse().getHeader("Location");
        entities.flush();

        assertThat(post(location + "/sites", "{\"name\":\"一号厂\",\"address\":\"滨海路 1 号\",\"zone\":\"Asia/Shanghai\"}"))
                .hasStatus(201);
        assertThat(post(location + "/contacts", "{\"name\":\"王敏\",\"manager\":true}"))
                .hasStatus(201);
        assertThat(mvc.get().uri(location + "/contacts").with(as.staff(Role.SUPPORT_AGENT)))
                .bodyJson()
                .extractingPath("$[0].manager")
                .isEqualTo(true);
        assertThat(mvc.get().uri(location + "/sites").with(as.staff(Role.SUPPORT_AGENT)))
                .bodyJson()
                .extractingPath("$[0].zone")
                .isEqualTo("Asia/Shanghai");
    }

    @Test
    void changesAContactFromTheVersionSeen() {
        var location = create("北方轴承", "\"industry\":\"制造\"").getResponse().getHeader("Location");
        post(location + "/contacts", "{\"name\":\"王敏\",\"email\":\"wang@bf.example\"}");
        var id = jdbc.sql("select max(id) from foundation.contact")
                .query(Long.class)
                .single();
        var contact = location + "/contacts/" + id;
        var tag = mvc.get()
                .uri(contact)
                .with(as.staff(Role.SUPPORT_AGENT))
                .exchange()
                .getResponse()
                .getHeader("ETag");

        assertThat(patch(contact, null, "{\"title\":\"厂长\"}")).hasStatus(428);
        assertThat(patch(contact, "\"77\"", "{\"title\":\"厂长\"}")).hasStatus(412);
        assertThat(patch(contact, tag, "{\"active\":false}")).hasStatus(400);
        assertThat(patch(contact, tag, "{\"title\":\"厂长\",\"email\":null}"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.title")
                .isEqualTo("厂长");
        assertThat(patch("/api/v1/customers/C-00000/contacts/" + id, tag, "{\"title\":\"x\"}"))
                .hasStatus(404);
    }

    private MvcTestResult create(String shortName, String further) {
        var body = "{\"name\":\"%s有限公司\",\"shortName\":\"%s\",\"tier\":\"KEY\",%s}"
                .formatted(shortName, shortName, further);
        var result = post("/api/v1/customers", body);
        entities.flush();
        return result;
    }

    private MvcTestResult post(String address, String body) {
        var result = mvc.post()
                .uri(address)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .with(as.staff(Role.SALES))
                .exchange();
        entities.flush();
        return result;
    }

    private MvcTestResult patch(String address, @Nullable String version, String body) {
        var request = mvc.patch().uri(address).contentType(PATCH).content(body).with(as.staff(Role.MANAGER));
        return (version == null ? request : request.header("If-Match", version)).exchange();
    }
}
