package io.throughline.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A person of the demo company in front of a browser window; closing it asserts that the browser never complained. */
final class SignedIn implements AutoCloseable {

    private static final double PATIENCE_MS = 20_000;
    private static final Map<String, List<Cookie>> SESSIONS = new HashMap<>();

    private final BrowserContext context;
    private final Page page;
    private final Faults faults;
    private final Words words;

    private SignedIn(BrowserContext context, Lang lang) {
        this.context = context;
        this.faults = new Faults(context);
        this.page = context.newPage();
        this.words = new Words(lang);
    }

    static SignedIn as(String login, Lang lang, Theme theme, Width width) {
        return enter(login, lang, theme, width, true);
    }

    static SignedIn as(String login, Lang lang) {
        return as(login, lang, Theme.LIGHT, Width.DESK);
    }

    /** With scripts switched off; signs in through the form each time. */
    static SignedIn withoutScript(String login, Lang lang) {
        People.prefer(login, lang);
        var person = new SignedIn(window(lang, Theme.LIGHT, Width.DESK, false), lang);
        person.signIn(login);
        return person;
    }

    /** Nobody yet: a fresh window, signed out. */
    static SignedIn nobody(Lang lang, Theme theme, Width width) {
        return new SignedIn(window(lang, theme, width, true), lang);
    }

    private static SignedIn enter(String login, Lang lang, Theme theme, Width width, boolean script) {
        People.prefer(login, lang);
        var person = new SignedIn(window(lang, theme, width, script), lang);
        var session = SESSIONS.get(login);
        if (session == null) {
            person.signIn(login);
            SESSIONS.put(login, person.context.cookies());
        } else {
            person.context.addCookies(session);
            person.show(theme);
        }
        return person;
    }

    private static BrowserContext window(Lang lang, Theme theme, Width width, boolean script) {
        var context = Browsers.chromium()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(width.viewport().width, width.viewport().height)
                        .setLocale(lang.tag())
                        .setTimezoneId("Asia/Shanghai")
                        .setReducedMotion(ReducedMotion.REDUCE)
                        .setJavaScriptEnabled(script));
        context.setDefaultTimeout(PATIENCE_MS);
        context.addCookies(List.of(themeCookie(theme)));
        return context;
    }

    private static Cookie themeCookie(Theme theme) {
        return new Cookie("tl-theme", theme.word()).setUrl(RunningApplication.address("/"));
    }

    /** Through the sign-in page; ends on the home of the person's role. */
    void signIn(String login) {
        open("/login");
        page.locator("#username").fill(login);
        page.locator("#password").fill(People.PASSWORD);
        press("web.security.login.signIn");
        assertThat(page).not().hasURL(Pattern.compile(".*/login.*"));
    }

    void show(Theme theme) {
        context.addCookies(List.of(themeCookie(theme)));
    }

    void show(Width width) {
        page.setViewportSize(width.viewport().width, width.viewport().height);
    }

    /** Asserts that the page is there. */
    Response open(String path) {
        var answer = page.navigate(RunningApplication.address(path));
        org.assertj.core.api.Assertions.assertThat(answer.status())
                .as("status of %s", path)
                .isEqualTo(200);
        return answer;
    }

    Page page() {
        return page;
    }

    Faults faults() {
        return faults;
    }

    String word(String key, Object... arguments) {
        return words.of(key, arguments);
    }

    /** Presses the button with this word. */
    void press(String key, Object... arguments) {
        button(key, arguments).click();
    }

    Locator button(String key, Object... arguments) {
        return page.getByRole(AriaRole.BUTTON, named(key, arguments)).first();
    }

    /** Follows the link with this word, in the page's own part first. */
    void follow(String key, Object... arguments) {
        page.locator("#main")
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(word(key, arguments)))
                .first()
                .click();
    }

    /** The field with this label. */
    Locator field(String key) {
        return page.getByLabel(word(key)).first();
    }

    private Page.GetByRoleOptions named(String key, Object... arguments) {
        return new Page.GetByRoleOptions().setName(word(key, arguments));
    }

    /** The page's heading of the first level says this. */
    void reads(String heading) {
        assertThat(page.locator("h1")).containsText(heading);
    }

    void sees(String text) {
        assertThat(page.getByText(text).first()).isVisible();
    }

    @Override
    public void close() {
        context.close();
        faults.none();
    }
}
