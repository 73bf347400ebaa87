package io.throughline.web.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.throughline.foundation.people.CreateUser;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.SecondFactor;
import io.throughline.foundation.people.Users;
import io.throughline.foundation.people.Viewer;
import io.throughline.foundation.people.Viewers;
import io.throughline.test.SignInAs;
import io.throughline.test.WebTest;
import jakarta.persistence.EntityManager;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WebTest
class AccountPageTests {

    private static final String PASSWORD = "correct horse battery";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SignInAs as;

    @Autowired
    Users users;

    @Autowired
    Viewers viewers;

    @Autowired
    SecondFactor secondFactor;

    @Autowired
    EntityManager entities;

    @Autowired
    JdbcClient jdbc;

    private Viewer viewer;

    @BeforeEach
    void aPerson() {
        var login = "p" + UUID.randomUUID().toString().substring(0, 8);
        var id = users.create(
                Viewer.system("test"),
                new CreateUser(login, "王芳", null, null, Set.of(Role.PROJECT_MEMBER), PASSWORD, null));
        entities.flush();
        viewer = viewers.load(id).orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/account",
                "/account/password",
                "/account/second-factor",
                "/account/sessions",
                "/account/tokens",
                "/account/notifications"
            })
    void opensForStaffAndForCustomersInBothLanguages(String address) {
        assertThat(mvc.get().uri(address).with(as.user(viewer)))
                .hasStatusOk()
                .bodyText()
                .contains("个人设置");
        assertThat(mvc.get().uri(address + "?lang=en").with(as.staff(Role.CUSTOMER)))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("??");
    }

    @Test
    void keepsLanguageZoneThemeAndKeys() {
        var answer = mvc.post()
                .uri("/account")
                .with(as.user(viewer))
                .with(csrf())
                .param("language", "en")
                .param("zone", "Europe/Berlin")
                .param("theme", "dark")
                .exchange();
        assertThat(answer).hasRedirectedUrl("/account");
        assertThat(answer.getResponse().getCookie("tl-theme").getValue()).isEqualTo("dark");

        entities.flush();
        var now = viewers.load(viewer.id()).orElseThrow();
        assertThat(now.locale().getLanguage()).isEqualTo("en");
        assertThat(now.zone().getId()).isEqualTo("Europe/Berlin");
        assertThat(users.likes(now)).isEqualTo(new Users.Likes("dark", false));
    }

    @Test
    void refusesATimeZoneThatDoesNotExist() {
        assertThat(mvc.post()
                        .uri("/account")
                        .with(as.user(viewer))
                        .with(csrf())
                        .param("language", "en")
                        .param("zone", "Mars/Olympus")
                        .param("theme", "dark"))
                .hasStatusOk()
                .bodyText()
                .contains("请选择列表中的时区");
    }

    @Test
    void saysBesideTheFieldWhatIsWrongWithAPassword() {
        assertThat(mvc.post()
                        .uri("/account/password")
                        .with(as.user(viewer))
                        .with(csrf())
                        .param("current", PASSWORD)
                        .param("password", "12345678")
                        .param("repeated", "12345678"))
                .hasStatusOk()
                .bodyText()
                .contains("id=\"password-error\"", "太常见")
                .doesNotContain("12345678");
        assertThat(mvc.post()
                        .uri("/account/password")
                        .with(as.user(viewer))
                        .with(csrf())
                        .param("current", PASSWORD)
                        .param("password", "staple on the old one")
                        .param("repeated", "staple on the old one"))
                .hasRedirectedUrl("/account/password");
    }

    @Test
    void showsATokenOnceAndOnlyAgainstThePassword() {
        assertThat(newToken("wrong")).hasStatusOk().bodyText().contains("密码不正确").doesNotContain("tl_");
        var page = newToken(PASSWORD);
        var token = Pattern.compile("tl_[\\w-]{43}")
                .matcher(new String(
                        page.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8));
        assertThat(token.find()).isTrue();

        assertThat(mvc.get().uri("/account/tokens").with(as.user(viewer)))
                .bodyText()
                .contains("夜间报表")
                .doesNotContain(token.group());
        assertThat(mvc.get().uri("/api/v1/tokens").header("Authorization", "Bearer " + token.group()))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$[0].name")
                .isEqualTo("夜间报表");
        var id = jdbc.sql("select id from foundation.api_token where user_id = ?")
                .param(viewer.id().value())
                .query(Long.class)
                .single();
        assertThat(mvc.delete().uri("/api/v1/tokens/" + id).header("Authorization", "Bearer " + token.group()))
                .hasStatus(204);
        assertThat(mvc.get().uri("/api/v1/me").header("Authorization", "Bearer " + token.group()))
                .hasStatus(401);
    }

    @Test
    void drawsTheSquareCodeOnlyWhileOneIsProposed() {
        assertThat(mvc.get().uri("/account/second-factor/qr.svg").with(as.user(viewer)))
                .hasStatus(404);
        secondFactor.begin(viewer, PASSWORD);
        entities.flush();

        assertThat(mvc.get().uri("/account/second-factor/qr.svg").with(as.user(viewer)))
                .hasStatusOk()
                .hasContentTypeCompatibleWith("image/svg+xml")
                .bodyText()
                .startsWith("<svg")
                .contains("<path d=\"M");
        assertThat(mvc.get().uri("/account/second-factor").with(as.user(viewer)))
                .bodyText()
                .contains("扫描二维码");
    }

    private org.springframework.test.web.servlet.assertj.MvcTestResult newToken(String password) {
        return mvc.post()
                .uri("/account/tokens")
                .with(as.user(viewer))
                .with(csrf())
                .param("name", "夜间报表")
                .param("scopes", "*")
                .param("days", "30")
                .param("password", password)
                .exchange();
    }
}
