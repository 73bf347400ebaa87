package io.throughline.web.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewers;
import io.throughline.test.SignInAs;
import io.throughline.test.WebTest;
import jakarta.persistence.EntityManager;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.Cookie;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.web.WebAttributes;
import org.springframework.security.web.csrf.MissingCsrfTokenException;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WebTest
class ShellPagesTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SignInAs as;

    @Autowired
    Viewers viewers;

    @Autowired
    EntityManager entities;

    @Test
    void speaksChineseUnlessAskedOtherwise() {
        assertThat(mvc.get().uri("/login")).bodyText().contains("<html lang=\"zh-CN\"");
        assertThat(mvc.get().uri("/login").header("Accept-Language", "fr-FR"))
                .bodyText()
                .contains("<html lang=\"zh-CN\"");
        assertThat(mvc.get().uri("/login").header("Accept-Language", "en-GB,en;q=0.8"))
                .bodyText()
                .contains("<html lang=\"en\"");
        assertThat(mvc.get().uri("/login?lang=en")).bodyText().contains("<html lang=\"en\"");
    }

    @Test
    void answersOnceInTheLanguageAnAddressAsksForWhateverTheAccountHas() {
        var viewer = as.create(Role.RESOURCE_COORDINATOR);
        var standard = "中国标准";

        assertThat(mvc.get().uri("/resources/new").with(as.user(viewer)))
                .bodyText()
                .contains("<html lang=\"zh-CN\"", standard);
        assertThat(mvc.get().uri("/resources/new?lang=en").with(as.user(viewer)))
                .bodyText()
                .contains("<html lang=\"en\"")
                .doesNotContain(standard);
        assertThat(mvc.get().uri("/account?lang=en").with(as.user(viewer)))
                .as("the setting stays what it is")
                .bodyText()
                .contains("<html lang=\"en\"")
                .containsPattern("value=\"zh-CN\"[^>]* checked");
        assertThat(mvc.get().uri("/resources/new").with(as.user(viewer)))
                .bodyText()
                .contains("<html lang=\"zh-CN\"");
    }

    @Test
    void refusesProgramsInTheLanguageTheyAskFor() {
        assertThat(mvc.get().uri("/api/v1/me?lang=en"))
                .hasStatus(401)
                .bodyJson()
                .extractingPath("$.detail")
                .asString()
                .isEqualTo("Please use a valid access token.");
        assertThat(mvc.get().uri("/api/v1/me"))
                .bodyJson()
                .extractingPath("$.detail")
                .asString()
                .isEqualTo("请使用有效的访问令牌。");
        var viewer = as.create(Role.PROJECT_MEMBER);
        assertThat(mvc.get().uri("/api/v1/projects/NONE/tasks?lang=en").with(as.user(viewer)))
                .hasStatus(404)
                .bodyText()
                .doesNotContainPattern("[\\u4e00-\\u9fff]");
        assertThat(mvc.get().uri("/api/v1/me?lang=en").with(as.user(viewer)))
                .bodyJson()
                .extractingPath("$.language")
                .isEqualTo("zh-CN");
    }

    @Test
    void rendersTheChosenThemeWithoutScript() {
        assertThat(mvc.get().uri("/login").cookie(new Cookie("tl-theme", "dark")))
                .bodyText()
                .contains("data-theme=\"dark\"");
        assertThat(mvc.get().uri("/login").cookie(new Cookie("tl-theme", "\"><script>")))
                .bodyText()
                .doesNotContain("data-theme");
    }

    @Test
    void keepsTheLanguageOfAPersonWithTheUser() {
        var viewer = as.create(Role.PROJECT_MEMBER);

        assertThat(mvc.post()
                        .uri("/preferences")
                        .with(as.user(viewer))
                        .with(csrf())
                        .param("language", "en")
                        .param("back", "/my?x=1"))
                .hasRedirectedUrl("/my?x=1");

        entities.flush();
        assertThat(viewers.load(viewer.id()).orElseThrow().locale().getLanguage())
                .isEqualTo("en");
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.example", "https://evil.example", "/\\evil.example", ""})
    void neverRedirectsOutOfTheApplication(String back) {
        assertThat(mvc.post()
                        .uri("/preferences")
                        .with(csrf())
                        .param("theme", "dark")
                        .param("back", back))
                .hasRedirectedUrl("/");
    }

    @Test
    void servesScriptsUnderAnAddressThatChangesWithThem() {
        var page = mvc.get().uri("/login").exchange();
        var entry = Pattern.compile("src=\"(/js/[0-9a-f]{12}/app\\.js)\"")
                .matcher(new String(page.getResponse().getContentAsByteArray()));

        assertThat(entry.find()).isTrue();
        assertThat(mvc.get().uri(entry.group(1)))
                .hasStatusOk()
                .headers()
                .hasValue("Cache-Control", "max-age=31536000, public, immutable");
        assertThat(mvc.get().uri(entry.group(1).replace("app.js", "component/keys.js")))
                .hasStatusOk();
    }

    @Test
    void linksOnlyAssetsThatExist() {
        var page = new String(mvc.get().uri("/login").exchange().getResponse().getContentAsByteArray());
        var links = Pattern.compile("(?:href|src)=\"(/(?:css|js|webjars|img)/[^\"#]+)\"")
                .matcher(page);

        int seen = 0;
        while (links.find()) {
            assertThat(mvc.get().uri(links.group(1))).as(links.group(1)).hasStatusOk();
            seen++;
        }
        assertThat(seen).isGreaterThan(12);
    }

    @Test
    void showsAnErrorPageWithAnIdToQuote() {
        assertThat(mvc.get().uri("/error/forbidden").with(as.staff(Role.PROJECT_MEMBER)))
                .hasStatus(403)
                .bodyText()
                .contains("没有权限", "事件编号");
    }

    @Test
    void handsBackWhatWasWrittenAndTheWayBackWhenAFormCouldNotBeTaken() {
        assertThat(mvc.post()
                        .uri("/projects/NOWHERE/tasks/1/block")
                        .with(as.staff(Role.PROJECT_MANAGER))
                        .with(csrf())
                        .header("Referer", "http://localhost/projects/NOWHERE?view=mine")
                        .param("reason", "供应商的阀门要到下周才到货")
                        .param("password", "a secret that is long enough"))
                .hasStatus(404)
                .bodyText()
                .contains("供应商的阀门要到下周才到货", "href=\"/projects/NOWHERE?view=mine\"")
                .doesNotContain("a secret that");
        assertThat(mvc.post()
                        .uri("/projects/NOWHERE/tasks/1/block")
                        .with(as.staff(Role.PROJECT_MANAGER))
                        .with(csrf())
                        .header("Referer", "https://evil.example/x")
                        .param("reason", "x"))
                .bodyText()
                .doesNotContain("evil.example");
    }

    @ParameterizedTest
    @CsvSource({"/nowhere/at/all, 404, 没有找到", "/admin/users, 403, 没有权限"})
    void tellsAnAddressThatLeadsNowhereFromOneThatIsNotOnes(String asked, int status, String says) {
        assertThat(mvc.get()
                        .uri("/error/forbidden")
                        .requestAttr(RequestDispatcher.FORWARD_REQUEST_URI, asked)
                        .with(as.staff(Role.PROJECT_MEMBER)))
                .hasStatus(status)
                .bodyText()
                .contains(says);
    }

    @Test
    void doesNotSayNoRightToAFormThatIsOutOfDate() {
        assertThat(mvc.post()
                        .uri("/error/forbidden")
                        .requestAttr(RequestDispatcher.FORWARD_REQUEST_URI, "/preferences")
                        .requestAttr(WebAttributes.ACCESS_DENIED_403, new MissingCsrfTokenException(null))
                        .with(csrf())
                        .with(as.staff(Role.PROJECT_MEMBER)))
                .hasStatus(403)
                .bodyText()
                .contains("页面已过期")
                .doesNotContain("没有权限");
    }

    @Test
    void saysHowLongASessionLastsAndKeepsIt() {
        var viewer = as.staff(Role.PROJECT_MEMBER);

        assertThat(mvc.get().uri("/my").with(viewer)).bodyText().contains("id=\"session-end\"");
        assertThat(mvc.get().uri("/login")).bodyText().doesNotContain("id=\"session-end\"");
        assertThat(mvc.post().uri("/session").with(viewer).with(csrf()))
                .bodyJson()
                .extractingPath("$.seconds")
                .isNotNull();
    }
}
