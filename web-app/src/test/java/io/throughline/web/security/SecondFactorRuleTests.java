package io.throughline.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.ApiTokens;
import io.throughline.foundation.people.CreateToken;
import io.throughline.foundation.people.CreateUser;
import io.throughline.foundation.people.RequireSecondFactor;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.SecondFactor;
import io.throughline.foundation.people.SecondFactorRules;
import io.throughline.foundation.people.UserId;
import io.throughline.foundation.people.Users;
import io.throughline.foundation.people.Viewer;
import io.throughline.foundation.people.Viewers;
import io.throughline.test.SignInAs;
import io.throughline.test.WebTest;
import jakarta.persistence.EntityManager;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Whoever holds a role that asks for a second factor reaches nothing before it is set up. */
@WebTest
class SecondFactorRuleTests {

    private static final String PASSWORD = "correct horse battery";
    private static final Viewer SYSTEM = Viewer.system("test");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SignInAs as;

    @Autowired
    Users users;

    @Autowired
    Viewers viewers;

    @Autowired
    SecondFactorRules rules;

    @Autowired
    SecondFactor secondFactor;

    @Autowired
    ApiTokens tokens;

    @Autowired
    EntityManager entities;

    @Autowired
    JdbcClient jdbc;

    private final String login = "f" + UUID.randomUUID().toString().substring(0, 8);
    private UserId id;
    private String token;

    @BeforeEach
    void aManager() {
        id = users.create(SYSTEM, new CreateUser(login, "周经理", null, null, Set.of(Role.MANAGER), PASSWORD, null));
        entities.flush();
        token = tokens.create(viewer(), new CreateToken("test", Set.of("*"), 5)).token();
        require(Role.MANAGER);
    }

    @Test
    void leadsToItsPageAndNowhereElse() {
        for (var address :
                List.of("/", "/insights", "/tickets", "/account", "/search?q=a", "/attachments/1", "/kept")) {
            assertThat(mvc.get().uri(address).with(as.user(viewer())))
                    .as(address)
                    .hasRedirectedUrl("/account/second-factor");
        }
        assertThat(mvc.get().uri("/account/second-factor").with(as.user(viewer())))
                .hasStatusOk()
                .bodyText()
                .contains("您的角色要求使用两步验证", "退出")
                .doesNotContain("/inbox", "/tickets", "/account/tokens");
        assertThat(mvc.get().uri("/account/second-factor/onward").with(as.user(viewer())))
                .hasRedirectedUrl("/account/second-factor");
    }

    @Test
    void letsOthersGoOn() {
        assertThat(mvc.get().uri("/tickets").with(as.staff(Role.SUPPORT_AGENT))).hasStatusOk();
    }

    @Test
    void stopsProgramsOfThePersonByAProblem() {
        assertThat(mvc.get().uri("/api/v1/me").header(HttpHeaders.AUTHORIZATION, "Bearer " + token))
                .hasStatus(403)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("web.security.secondFactorRequired");
        assertThat(newToken())
                .hasStatus(403)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("web.security.secondFactorRequired");
    }

    @Test
    void opensEverythingOnceItIsSetUp() {
        var codes = enrol();

        assertThat(codes).hasSize(10).doesNotHaveDuplicates();
        assertThat(mvc.get().uri("/account/second-factor/onward").with(as.user(viewer())))
                .hasRedirectedUrl("/");
        assertThat(mvc.get().uri("/insights").with(as.user(viewer()))).hasStatusOk();
        assertThat(mvc.get().uri("/api/v1/me").header(HttpHeaders.AUTHORIZATION, "Bearer " + token))
                .hasStatusOk();
    }

    @Test
    void cannotBeSwitchedOffAgain() {
        enrol();

        assertThatThrownBy(() -> secondFactor.drop(viewer(), PASSWORD))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("secondFactorRequired");
        assertThat(mvc.get().uri("/account/second-factor").with(as.user(viewer())))
                .bodyText()
                .contains("因此不能关闭")
                .doesNotContain("/account/second-factor/removal");
    }

    @Test
    void takesARecoveryCodeOnceInPlaceOfTheDevice() {
        var code = enrol().get(3);

        assertThat(newToken(
                        "X-One-Time-Code",
                        code.toLowerCase(java.util.Locale.ROOT).replace("-", " ")))
                .hasStatus(201);
        assertThat(newToken("X-One-Time-Code", code)).hasStatus(422);
        entities.flush();
        assertThat(secondFactor.state(viewer()).recoveryCodesLeft()).isEqualTo(9);
    }

    @Test
    void makesOldRecoveryCodesWorthlessWithNewOnes() {
        var old = enrol().get(0);

        var page = mvc.post()
                .uri("/account/second-factor/recovery-codes")
                .with(as.user(viewer()))
                .with(csrf())
                .param("password", PASSWORD)
                .exchange();

        assertThat(codes(page)).hasSize(10).doesNotContain(old);
        assertThat(page).headers().hasValue(HttpHeaders.CACHE_CONTROL, "no-store");
        assertThat(newToken("X-One-Time-Code", old)).hasStatus(422);
    }

    @Test
    void isResetByAnAdministratorAndAuditedWithoutTheSecret() {
        enrol();
        var secret = jdbc.sql("select totp_secret from foundation.app_user where id = ?")
                .param(id.value())
                .query(String.class)
                .single();

        var admin = as.create(Role.ADMIN);
        assertThat(mvc.post()
                        .uri("/admin/users/" + login + "/second-factor/removal")
                        .with(as.user(admin))
                        .with(csrf()))
                .hasStatus3xxRedirection();

        entities.flush();
        assertThat(mvc.get().uri("/insights").with(as.user(viewer()))).hasRedirectedUrl("/account/second-factor");
        assertThat(jdbc.sql("select count(*) from foundation.recovery_code where user_id = ?")
                        .param(id.value())
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(secret).isNotBlank();
    }

    @Test
    void isChosenByAdministratorsWhoSeeWhoStillOwesIt() {
        var admin = as.create(Role.ADMIN);
        assertThat(mvc.get().uri("/admin/second-factor").with(as.user(admin)))
                .hasStatusOk()
                .bodyText()
                .contains("周经理");
        assertThat(mvc.get().uri("/admin/second-factor?lang=en").with(as.user(admin)))
                .bodyText()
                .contains("Still to set it up");

        assertThat(mvc.post()
                        .uri("/admin/second-factor")
                        .with(as.user(admin))
                        .with(csrf())
                        .param("roles", "SALES")
                        .param("version", String.valueOf(rules.current(SYSTEM).version())))
                .hasRedirectedUrl("/admin/second-factor");

        entities.flush();
        assertThat(rules.current(SYSTEM).roles()).containsExactly(Role.SALES);
        assertThat(mvc.get().uri("/insights").with(as.user(viewer()))).hasStatusOk();
        assertThat(mvc.post()
                        .uri("/admin/second-factor")
                        .with(as.user(admin))
                        .with(csrf())
                        .param("_roles", "on")
                        .param("version", "0"))
                .hasStatus(409);
        assertThat(rules.current(SYSTEM).roles()).containsExactly(Role.SALES);
        assertThat(mvc.get().uri("/admin/second-factor").with(as.staff(Role.MANAGER)))
                .hasStatus(403);
    }

    private void require(Role... roles) {
        rules.require(SYSTEM, new RequireSecondFactor(Set.of(roles), null));
        entities.flush();
    }

    /** Through the pages, as a person does. */
    private List<String> enrol() {
        assertThat(mvc.post()
                        .uri("/account/second-factor")
                        .with(as.user(viewer()))
                        .with(csrf())
                        .param("password", PASSWORD))
                .hasRedirectedUrl("/account/second-factor");
        entities.flush();
        var secret = secondFactor.proposal(viewer()).orElseThrow().secret();
        var page = mvc.post()
                .uri("/account/second-factor/confirmation")
                .with(as.user(viewer()))
                .with(csrf())
                .param("code", OneTimeCodes.at(secret, 0))
                .exchange();
        entities.flush();
        return codes(page);
    }

    private static List<String> codes(MvcTestResult page) {
        try {
            return Pattern.compile("[A-Z2-9]{4}(-[A-Z2-9]{4}){3}")
                    .matcher(page.getResponse().getContentAsString())
                    .results()
                    .map(found -> found.group())
                    .toList();
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private MvcTestResult newToken(String... header) {
        var basic = Base64.getEncoder().encodeToString((login + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        var asked = mvc.post()
                .uri("/api/v1/tokens")
                .header(HttpHeaders.AUTHORIZATION, "Basic " + basic)
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"name\": \"t\", \"scopes\": [\"*\"], \"days\": 1}");
        if (header.length == 2) {
            asked.header(header[0], header[1]);
        }
        var answer = asked.exchange();
        entities.flush();
        entities.clear();
        return answer;
    }

    private Viewer viewer() {
        return viewers.load(id).orElseThrow();
    }
}
