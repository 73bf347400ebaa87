package io.throughline.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.throughline.foundation.people.ApiTokens;
import io.throughline.foundation.people.CreateToken;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.test.SignInAs;
import io.throughline.test.WebTest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WebTest
class CallLimitsTests {

    private static final Instant NOON = Instant.parse("2026-11-20T04:00:00Z");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SignInAs as;

    @Autowired
    ApiTokens tokens;

    @Autowired
    JdbcClient jdbc;

    @Test
    void allowSoManyAtOnceAndThenOneAfterEachPause() {
        for (int i = 0; i < Limit.EXPORT.atOnce(); i++) {
            limits(NOON).take(Limit.EXPORT, "user:1");
        }

        assertThatThrownBy(() -> limits(NOON).take(Limit.EXPORT, "user:1"))
                .isInstanceOfSatisfying(TooManyCalls.class, refused -> assertThat(refused.seconds())
                        .isEqualTo(Limit.EXPORT.every().toSeconds()));
        var later = NOON.plus(Limit.EXPORT.every());
        assertThatCode(() -> limits(later).take(Limit.EXPORT, "user:1")).doesNotThrowAnyException();
        assertThatThrownBy(() -> limits(later).take(Limit.EXPORT, "user:1")).isInstanceOf(TooManyCalls.class);
    }

    @Test
    void countEachCallerAndEachKindByItself() {
        for (int i = 0; i < Limit.EXPORT.atOnce(); i++) {
            limits(NOON).take(Limit.EXPORT, "user:1");
        }

        assertThatCode(() -> limits(NOON).take(Limit.EXPORT, "user:2")).doesNotThrowAnyException();
        assertThatCode(() -> limits(NOON).take(Limit.SEARCH, "user:1")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/search?q=主轴", "/search/suggest?q=a", "/people/suggest?q=a", "/go/TK-1"})
    void holdForSearching(String address) {
        var agent = as.create(Role.SUPPORT_AGENT);
        exhaust(Limit.SEARCH, agent);

        assertThat(mvc.get().uri(address).with(as.user(agent)))
                .hasStatus(429)
                .headers()
                .containsHeader(HttpHeaders.RETRY_AFTER);
    }

    @ParameterizedTest
    @CsvSource({"/tickets.csv, MANAGER", "/customers.xlsx, MANAGER", "/projects.csv, MANAGER"})
    void holdForExports(String address, Role role) {
        var person = as.create(role);
        exhaust(Limit.EXPORT, person);

        assertThat(mvc.get().uri(address).with(as.user(person)))
                .hasStatus(429)
                .bodyText()
                .contains("操作太频繁");
        assertThat(mvc.get().uri(address + "?lang=en").with(as.user(person)))
                .bodyText()
                .contains("Too many calls in a row");
    }

    @Test
    void keepWhatWasTypedIntoATicket() {
        var agent = as.create(Role.SUPPORT_AGENT);
        exhaust(Limit.TICKET, agent);

        assertThat(mvc.post()
                        .uri("/tickets")
                        .with(as.user(agent))
                        .with(csrf())
                        .header("Origin", "http://localhost")
                        .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                        .param("kind", "DIAGNOSIS")
                        .param("subject", "主轴异响")
                        .param("body", "第三次加速后停机"))
                .hasStatus(429)
                .bodyText()
                .contains("第三次加速后停机", "现在发送", "action=\"/tickets\"");
    }

    @Test
    void answerProgramsByAProblem() {
        var agent = as.create(Role.SUPPORT_AGENT);
        var token =
                tokens.create(agent, new CreateToken("test", Set.of("*"), 5)).token();
        exhaust(Limit.TICKET, agent);

        var answer = mvc.post()
                .uri("/api/v1/tickets")
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"kind\": \"DIAGNOSIS\", \"subject\": \"a\", \"body\": \"b\"}")
                .exchange();

        assertThat(answer).hasStatus(429).hasContentTypeCompatibleWith("application/problem+json");
        assertThat(answer).headers().containsHeader(HttpHeaders.RETRY_AFTER);
        assertThat(answer).bodyJson().extractingPath("$.code").isEqualTo("web.security.tooManyCalls");
    }

    @Test
    void countALineOfVersion6AsOneAddress() {
        assertThat(CallerKey.ofAddress("2001:db8:1:2:aaaa::1")).isEqualTo(CallerKey.ofAddress("2001:db8:1:2:bbbb::2"));
        assertThat(CallerKey.ofAddress("2001:db8:1:3::1")).isNotEqualTo(CallerKey.ofAddress("2001:db8:1:2::1"));
        assertThat(CallerKey.ofAddress("203.0.113.7")).isEqualTo("203.0.113.7");
    }

    private void exhaust(Limit limit, Viewer viewer) {
        jdbc.sql(
                        "insert into foundation.call_allowance (kind, caller, paid_at) values (?, ?, now() + interval '1 day')")
                .params(
                        limit.name().toUpperCase(Locale.ROOT),
                        "user:" + viewer.id().value())
                .update();
    }

    private CallLimits limits(Instant now) {
        return new CallLimits(jdbc, Clock.fixed(now.plus(Duration.ZERO), ZoneOffset.UTC), true);
    }
}
