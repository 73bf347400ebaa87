package io.throughline.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.throughline.foundation.people.CreateUser;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.UserId;
import io.throughline.foundation.people.Users;
import io.throughline.foundation.people.Viewer;
import io.throughline.test.SignInAs;
import io.throughline.test.WebTest;
import jakarta.persistence.EntityManager;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.Cookie;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.WebAttributes;
import org.springframework.security.web.csrf.MissingCsrfTokenException;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What was typed when the session had ended comes back to its writer after sign-in, and to nobody else. */
@WebTest
class KeptFormTests {

    private static final String PASSWORD = "correct horse battery";
    private static final String TYPED = "主轴在第三次加速后停机\n已断电";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SignInAs as;

    @Autowired
    Users users;

    @Autowired
    EntityManager entities;

    @Autowired
    JdbcClient jdbc;

    private String login;
    private UserId id;

    @BeforeEach
    void aPerson() {
        login = "k" + UUID.randomUUID().toString().substring(0, 8);
        id = aPerson(login);
    }

    @Test
    void comesBackAfterSigningInAgain() {
        var mark = mark(signIn(login));

        assertThat(form().cookie(mark)).hasRedirectedUrl("/login?kept");
        assertThat(mvc.get().uri("/login?kept")).bodyText().contains("您填写的内容已保留");
        assertThat(signIn(login)).hasRedirectedUrl("/kept");
        assertThat(kept(login))
                .hasStatusOk()
                .bodyText()
                .contains("主轴在第三次加速后停机", "/tickets", "value=\"DIAGNOSIS\"")
                .doesNotContain("geheim");
    }

    @Test
    void isGoneOnceItWasSentAgain() {
        var mark = mark(signIn(login));
        form().cookie(mark).exchange();
        long kept = jdbc.sql("select id from foundation.kept_form where user_id = ?")
                .param(id.value())
                .query(Long.class)
                .single();

        assertThat(mvc.post()
                        .uri("/tickets")
                        .with(as.user(viewer(login)))
                        .with(csrf())
                        .param("_kept", String.valueOf(kept))
                        .param("kind", "DIAGNOSIS")
                        .param("subject", "主轴异响")
                        .param("body", TYPED))
                .redirectedUrl()
                .startsWith("/tickets/");

        assertThat(kept(login)).hasRedirectedUrl("/");
        assertThat(signIn(login)).hasRedirectedUrl("/");
    }

    @Test
    void isDroppedByItsWriterOnly() {
        var mark = mark(signIn(login));
        form().cookie(mark).exchange();
        long kept = jdbc.sql("select id from foundation.kept_form where user_id = ?")
                .param(id.value())
                .query(Long.class)
                .single();
        var other = "o" + login;
        aPerson(other);

        assertThat(kept(other)).hasRedirectedUrl("/");
        drop(other, kept);
        assertThat(kept(login)).hasStatusOk();
        drop(login, kept);
        assertThat(kept(login)).hasRedirectedUrl("/");
    }

    @Test
    void isShownAtOnceToABrowserThatHadNoSession() {
        assertThat(form()).hasForwardedUrl("/error/kept");
        assertThat(handedOn("/error/kept"))
                .hasStatus(401)
                .bodyText()
                .contains("action=\"/tickets\"", "主轴在第三次加速后停机", "请先在新窗口登录");
        assertThat(jdbc.sql("select count(*) from foundation.kept_form")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void isShownAtOnceWhereTheSessionWasRenewedMeanwhile() {
        assertThat(mvc.post()
                        .uri("/tickets")
                        .with(as.user(viewer(login)))
                        .header("Origin", "http://localhost")
                        .contentType("application/x-www-form-urlencoded")
                        .param("_csrf", "of the session before")
                        .param("body", TYPED))
                .hasForwardedUrl("/error/forbidden");
        assertThat(handedOn("/error/forbidden")
                        .with(as.user(viewer(login)))
                        .requestAttr(
                                WebAttributes.ACCESS_DENIED_403,
                                new MissingCsrfTokenException("of the session before")))
                .hasStatus(403)
                .bodyText()
                .contains("action=\"/tickets\"", "主轴在第三次加速后停机", "现在发送")
                .doesNotContain("请先在新窗口登录");
    }

    @Test
    void isNeverMadeOfWhatAnotherSiteSends() {
        var mark = mark(signIn(login));
        for (var header : new String[][] {
            {"Origin", "https://evil.example"}, {"Origin", "null"}, {"Sec-Fetch-Site", "cross-site"}, {"X-None", ""}
        }) {
            var sent = mvc.post()
                    .uri("/tickets")
                    .with(csrf())
                    .cookie(mark)
                    .header(header[0], header[1])
                    .contentType("application/x-www-form-urlencoded")
                    .param("body", "转账给我们 谢谢");

            assertThat(sent).redirectedUrl().endsWith("/login");
        }
        assertThat(signIn(login)).hasRedirectedUrl("/");
    }

    @Test
    void keepsNoPasswords() {
        var mark = mark(signIn(login));

        assertThat(mvc.post()
                        .uri("/account/password")
                        .with(csrf())
                        .cookie(mark)
                        .header("Origin", "http://localhost")
                        .contentType("application/x-www-form-urlencoded")
                        .param("current", "alt und geheim"))
                .redirectedUrl()
                .endsWith("/login");
        assertThat(signIn(login)).hasRedirectedUrl("/");
    }

    @Test
    void isNoLongerKeptAfterSigningOut() {
        var mark = mark(signIn(login));
        mvc.post()
                .uri("/logout")
                .with(as.user(viewer(login)))
                .with(csrf())
                .cookie(mark)
                .exchange();

        assertThat(form().cookie(mark)).hasForwardedUrl("/error/kept");
        assertThat(signIn(login)).hasRedirectedUrl("/");
    }

    /** The error page's own request: a test hands nothing on by itself. */
    private MockMvcRequestBuilder handedOn(String page) {
        return form(page).requestAttr(RequestDispatcher.FORWARD_REQUEST_URI, "/tickets");
    }

    private MockMvcRequestBuilder form() {
        return form("/tickets");
    }

    private MockMvcRequestBuilder form(String address) {
        return mvc.post()
                .uri(address)
                .with(csrf())
                .header("Origin", "http://localhost")
                .contentType("application/x-www-form-urlencoded")
                .param("kind", "DIAGNOSIS")
                .param("subject", "主轴异响")
                .param("password", "geheim")
                .param("body", TYPED);
    }

    private void drop(String who, long kept) {
        mvc.post()
                .uri("/kept/" + kept + "/removal")
                .with(as.user(viewer(who)))
                .with(csrf())
                .exchange();
    }

    private MvcTestResult kept(String who) {
        return mvc.get().uri("/kept").with(as.user(viewer(who))).exchange();
    }

    private MvcTestResult signIn(String who) {
        return mvc.post()
                .uri("/login")
                .with(csrf())
                .param("username", who)
                .param("password", PASSWORD)
                .exchange();
    }

    private static Cookie mark(MvcTestResult signedIn) {
        var cookie = signedIn.getResponse().getCookie("tl-last");
        assertThat(cookie).isNotNull();
        assertThat(cookie.isHttpOnly()).isTrue();
        return cookie;
    }

    private UserId aPerson(String name) {
        var made = users.create(
                Viewer.system("test"),
                new CreateUser(name, "王芳", null, null, Set.of(Role.SUPPORT_AGENT), PASSWORD, null));
        entities.flush();
        return made;
    }

    private Viewer viewer(String who) {
        return as.named(who);
    }
}
