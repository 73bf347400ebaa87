package io.throughline.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import io.throughline.project.schedule.Baselines;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The Gantt chart without a mouse: moves a bar, lengthens it, takes both back, compares with the baseline, prints. */
class GanttJourney {

    @ParameterizedTest
    @EnumSource
    void movesABarByKeysTakesItBackComparesAndPrints(Lang lang) {
        try (var pm = SignedIn.as("pm", lang)) {
            var key = create(pm, lang);
            RunningApplication.bean("baselines", Baselines.class).propose(People.viewer("manager"), key, null);
            pm.open("/projects/" + key + "/schedule");
            var page = pm.page();
            var keys = page.keyboard();
            keys.press("v");
            keys.press("g");
            assertThat(page).hasURL(Pattern.compile(".*/schedule/gantt.*"));
            page.waitForLoadState();

            var bar = page.locator("td.gantt-bar[data-kind=task]").first();
            var said = page.locator("#gantt-said");
            var apply = page.locator("[data-apply]");
            bar.focus();
            assertThat(said).hasText(Pattern.compile(".+, .+|.+，.+"));
            var place = bar.getAttribute("data-x");
            var width = bar.getAttribute("data-w");
            var name = bar.locator(".sr-only").textContent();

            for (int day = 0; day < 3; day++) {
                keys.press("Shift+ArrowRight");
            }
            assertThat(apply).isVisible();
            assertThat(said).not().hasText(name);
            assertThat(bar).hasAttribute("data-x", place);
            keys.press("Enter");
            assertThat(bar).not().hasAttribute("data-x", place);
            assertThat(bar).isFocused();
            assertThat(page.locator("#notices .notice")).hasCount(1);

            keys.press("Alt+Shift+ArrowRight");
            assertThat(apply).isVisible();
            keys.press("Enter");
            assertThat(bar).not().hasAttribute("data-w", width);
            assertThat(bar).isFocused();

            takeBack(pm, bar, "data-w", width);
            takeBack(pm, bar, "data-x", place);
            compare(pm);
            print(pm, key);
        }
    }

    private static void takeBack(SignedIn pm, Locator bar, String attribute, String before) {
        pm.page().keyboard().press("Control+z");
        assertThat(bar).hasAttribute(attribute, before);
        assertThat(bar).isFocused();
        assertThat(pm.page().locator("#gantt-said")).hasText(pm.word("project.schedule.undone"));
    }

    private static void compare(SignedIn pm) {
        assertThat(pm.page().locator("td .g-ghost")).hasCount(0);
        pm.page().locator("select[name=baseline]").selectOption("0");
        assertThat(pm.page().locator("td .g-ghost").first()).isAttached();
    }

    private static void print(SignedIn pm, String key) {
        pm.page().locator("details.menu:has(a[href*='gantt.pdf']) > summary").press("Enter");
        var file = pm.page()
                .waitForDownload(() -> pm.page().locator("a[href*='paper=A3']").press("Enter"));
        org.assertj.core.api.Assertions.assertThat(file.suggestedFilename())
                .startsWith(key)
                .endsWith(".pdf");
    }

    private static String create(SignedIn pm, Lang lang) {
        pm.open("/projects/new");
        pm.page().locator("input[name=templateCode][value=software-rollout]").check();
        pm.page().locator("#name").fill("甘特图走查 " + lang);
        var key = "G" + lang + System.nanoTime() % 100_000;
        pm.page().locator("#key").fill(key);
        pm.page().locator("#plannedStart").fill("2027-03-01");
        pm.press("project.lifecycle.create");
        assertThat(pm.page()).hasURL(Pattern.compile(".*/projects/" + key));
        return key;
    }
}
