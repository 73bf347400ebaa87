package io.throughline.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.throughline.foundation.people.ChangePassword;
import io.throughline.foundation.people.CreateUser;
import io.throughline.foundation.people.Passwords;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.SecondFactor;
import io.throughline.foundation.people.UserId;
import io.throughline.foundation.people.Users;
import io.throughline.foundation.people.Viewer;
import io.throughline.foundation.people.Viewers;
import io.throughline.test.WebTest;
import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Sign-in through the real doors with sessions in the database; nothing here is rolled back. */
@WebTest
@Transactional(propagation = Propagation.NOT_SUPPORTED)
class SignInFlowTests {

    private static final String PASSWORD = "correct horse battery";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Users users;

    @Autowired
    Viewers viewers;

    @Autowired
    Passwords passwords;

    @Autowired
    SecondFactor secondFactor;

    @Autowired
    OpenSessions sessions;

    @Autowired
    JdbcClient jdbc;

    private final String login = "s" + UUID.randomUUID().toString().substring(0, 8);
    private UserId id;

    @BeforeEach
    void aUser() {
        id = users.create(
                Viewer.system("test"),
                new CreateUser(login, "张伟", login + "@example.com", null, Set.of(Role.PROJECT_MEMBER), PASSWORD, null));
    }

    @AfterEach
    void gone() {
        jdbc.sql("delete from foundation.spring_session where principal_name = ?")
                .param(login)
                .update();
        jdbc.sql("update foundation.app_user set active = false where id = ?")
                .param(id.value())
                .update();
    }

    @Test
    void opensASessionThatEndsEverywhereWhenThePasswordChanges() {
        var first = session(signIn());
        var second = session(signIn());
        assertThat(mvc.get().uri("/").cookie(first)).redirectedUrl().isEqualTo("/my");
        assertThat(sessions.of(viewer(), null)).hasSize(2);

        passwords.change(
                viewer(), new ChangePassword(PASSWORD, "staple on the old one", "staple on the old one"), null);

        assertThat(mvc.get().uri("/").cookie(first)).redirectedUrl().contains("/login");
        assertThat(mvc.get().uri("/").cookie(second)).redirectedUrl().contains("/login");
    }

    @Test
    void remembersHowThePersonLikesThePages() {
        users.prefer(viewer(), java.util.Locale.ENGLISH, java.time.ZoneId.of("UTC"), "dark", false);

        var answer = signIn().getResponse();

        assertThat(answer.getCookie("tl-theme").getValue()).isEqualTo("dark");
        assertThat(answer.getCookie("tl-keys").getValue()).isEqualTo("off");
        assertThat(answer.getCookie("tl-lang").getValue()).isEqualTo("en");
    }

    @Test
    void owesTheCodeBeforeAnythingOpens() {
        var secret = enrol();
        var half = signIn();
        assertThat(half).redirectedUrl().isEqualTo("/login/code");
        var cookie = session(half);

        assertThat(mvc.get().uri("/").cookie(cookie)).redirectedUrl().contains("/login");
        assertThat(mvc.get().uri("/my").cookie(cookie)).redirectedUrl().contains("/login");
        assertThat(mvc.get().uri("/login/code").cookie(cookie)).hasStatusOk();
        assertThat(mvc.post().uri("/login/code").cookie(cookie).with(csrf()).param("code", "12"))
                .hasStatusOk()
                .bodyText()
                .contains("验证码不正确");

        var whole = mvc.post()
                .uri("/login/code")
                .cookie(cookie)
                .with(csrf())
                .param("code", OneTimeCodes.at(secret, 1))
                .exchange();

        assertThat(session(whole).getValue()).isNotEqualTo(cookie.getValue());
        assertThat(mvc.get().uri("/").cookie(session(whole))).redirectedUrl().isEqualTo("/my");
        assertThat(mvc.get().uri("/").cookie(cookie)).redirectedUrl().contains("/login");
    }

    @Test
    void takesACodeOnce() {
        var secret = enrol();
        var code = OneTimeCodes.at(secret, 1);
        mvc.post()
                .uri("/login/code")
                .cookie(session(signIn()))
                .with(csrf())
                .param("code", code)
                .exchange();

        assertThat(mvc.post()
                        .uri("/login/code")
                        .cookie(session(signIn()))
                        .with(csrf())
                        .param("code", code))
                .hasStatusOk()
                .bodyText()
                .contains("验证码不正确");
    }

    @Test
    void signsInUnderANewIdAndForgetsAPlantedOne() {
        var planted = session(signIn());

        var answer = mvc.post()
                .uri("/login")
                .cookie(planted)
                .with(csrf())
                .param("username", login)
                .param("password", PASSWORD)
                .exchange();

        assertThat(session(answer).getValue()).isNotEqualTo(planted.getValue());
        assertThat(mvc.get().uri("/").cookie(planted)).redirectedUrl().contains("/login");
        var invented = mvc.post()
                .uri("/login")
                .cookie(new Cookie("THROUGHLINE", "bm90LWEtc2Vzc2lvbg"))
                .with(csrf())
                .param("username", login)
                .param("password", PASSWORD)
                .exchange();
        assertThat(session(invented).getValue()).isNotEqualTo("bm90LWEtc2Vzc2lvbg");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)"})
    void leadsNowhereElseAfterASignInThatAPlantedCookieAsksFor(String target) {
        var page = Base64.getEncoder().encodeToString(target.getBytes(StandardCharsets.UTF_8));

        assertThat(mvc.post()
                        .uri("/login")
                        .cookie(new Cookie("REDIRECT_URI", page))
                        .with(csrf())
                        .param("username", login)
                        .param("password", PASSWORD)
                        .exchange())
                .hasStatus3xxRedirection()
                .redirectedUrl()
                .isIn("/", "/my");
    }

    @Test
    void showsNoCodePageToStrangers() {
        assertThat(mvc.get().uri("/login/code")).hasRedirectedUrl("/login");
        assertThat(mvc.post().uri("/login/code").with(csrf()).param("code", "123456"))
                .hasRedirectedUrl("/login");
    }

    @Test
    void answersAlikeForKnownAndUnknownNamesAndMailsOnlyTheKnown() {
        for (var name : new String[] {login, "nobody" + login}) {
            assertThat(mvc.post()
                            .uri("/forgot-password")
                            .header("Host", "evil.example")
                            .with(csrf())
                            .param("name", name))
                    .hasRedirectedUrl("/forgot-password?sent");
        }

        var link = await().atMost(Duration.ofSeconds(10)).until(this::mailedLink, found -> !found.isEmpty());
        assertThat(link).doesNotContain("evil");
        assertThat(mvc.get().uri(link)).hasStatusOk().headers().hasValue("Referrer-Policy", "no-referrer");
        assertThat(mvc.post()
                        .uri("/reset-password")
                        .with(csrf())
                        .param("token", link.substring(link.indexOf('=') + 1))
                        .param("password", "staple on the old one")
                        .param("repeated", "staple on the old one"))
                .hasRedirectedUrl("/login?passwordSet");
        assertThat(mvc.get().uri(link)).bodyText().contains("链接无效");
    }

    @Test
    void asksForAPatientPauseAfterManyRequests() {
        for (int i = 0; i < 5; i++) {
            assertThat(forgot("x" + login)).hasRedirectedUrl("/forgot-password?sent");
        }
        assertThat(forgot("x" + login)).hasStatus(429).headers().containsHeader("Retry-After");
    }

    private MvcTestResult forgot(String name) {
        return mvc.post()
                .uri("/forgot-password")
                .with(csrf())
                .param("name", name)
                .exchange();
    }

    private String mailedLink() {
        var data = jdbc.sql("select data::text from foundation.outbox_mail where recipient = ?")
                .param(login + "@example.com")
                .query(String.class)
                .optional()
                .orElse("");
        var path = Pattern.compile("/reset-password\\?token=[\\w-]+").matcher(data);
        return path.find() ? path.group() : "";
    }

    private MvcTestResult signIn() {
        return mvc.post()
                .uri("/login")
                .with(csrf())
                .param("username", login)
                .param("password", PASSWORD)
                .exchange();
    }

    private static Cookie session(MvcTestResult answer) {
        var cookie = answer.getResponse().getCookie("THROUGHLINE");
        assertThat(cookie).isNotNull();
        assertThat(cookie.isHttpOnly()).isTrue();
        return cookie;
    }

    private Viewer viewer() {
        return viewers.load(id).orElseThrow();
    }

    /** Enrols with the code of the step before, so that this step's and the next one's are still good. */
    private String enrol() {
        secondFactor.begin(viewer(), PASSWORD);
        var secret = secondFactor.proposal(viewer()).orElseThrow().secret();
        secondFactor.confirm(viewer(), OneTimeCodes.at(secret, -1));
        return secret;
    }
}
