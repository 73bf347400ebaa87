package io.throughline.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Without a mouse: skip link, palette, rows of a list, and a new ticket. */
class KeyboardJourney {

    @ParameterizedTest
    @EnumSource
    void reachesTheContentFindsAPersonAndOpensATicket(Lang lang) {
        try (var agent = SignedIn.as("agent", lang)) {
            agent.open("/tickets?view=all");
            var keys = agent.page().keyboard();

            keys.press("Tab");
            assertThat(agent.page().locator(".skip-link")).isFocused();
            keys.press("Enter");
            assertThat(agent.page().locator("#main")).isFocused();

            keys.press("Control+k");
            var box = agent.page().locator("#palette input");
            assertThat(box).isFocused();
            keys.type("hdzc");
            assertThat(agent.page().locator("#palette [role=option]").first()).isVisible();
            keys.press("Escape");
            assertThat(agent.page().locator("#palette")).isHidden();

            keys.press("j");
            keys.press("j");
            assertThat(agent.page().locator("table[data-rows] tbody tr").nth(1).locator(".row-link"))
                    .isFocused();
            keys.press("k");
            assertThat(agent.page().locator("table[data-rows] tbody tr").nth(0).locator(".row-link"))
                    .isFocused();
            keys.press("Enter");
            assertThat(agent.page().locator("#pane .pane-ticket")).isVisible();

            keys.press("c");
            keys.press("k");
            assertThat(agent.page()).hasURL(Pattern.compile(".*/tickets/new$"));
            var subject = "键盘新建 " + lang + " " + System.nanoTime();
            agent.page().locator("#subject").focus();
            keys.insertText(subject);
            agent.page().locator("#body").focus();
            keys.insertText("只用键盘。");
            keys.press("Control+Enter");
            agent.reads(subject);
        }
    }

    @ParameterizedTest
    @EnumSource
    void walksTheInboxAndNamesOnlyTheKeysThatWorkThere(Lang lang) {
        try (var agent = SignedIn.as("agent", lang)) {
            agent.open("/inbox?view=ALL");
            var rows = agent.page().locator(".items[data-rows] > li .row-link");
            var keys = agent.page().keyboard();

            keys.press("j");
            keys.press("j");
            assertThat(rows.nth(1)).isFocused();
            keys.press("k");
            assertThat(rows.nth(0)).isFocused();

            keys.press("?");
            assertThat(agent.page().locator("#keys-help [data-key-row='j']")).isVisible();
            assertThat(agent.page().locator("#keys-help [data-key-row='g t']")).isVisible();
            assertThat(agent.page().locator("#keys-help [data-key-row='r']")).isHidden();
            assertThat(agent.page().locator("#keys-help [data-key-row='g d']")).hasCount(0);
            keys.press("Escape");

            keys.press("o");
            assertThat(agent.page()).hasURL(Pattern.compile(".*/tickets/TK-.*"));

            agent.open("/tickets?view=open");
            var link = agent.page().locator("a[href*='TK-']").first().getAttribute("href");
            agent.open("/tickets/" + link.replaceAll(".*(TK-[0-9-]+).*", "$1"));
            keys.press("?");
            assertThat(agent.page().locator("#keys-help [data-key-row='r']")).isVisible();
            assertThat(agent.page().locator("#keys-help [data-key-row='j']")).isHidden();
        }
    }
}
