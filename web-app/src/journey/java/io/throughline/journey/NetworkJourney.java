package io.throughline.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The network diagram by keys alone: from box to box, less in each, the neighbours of one, its page and back, on paper. */
class NetworkJourney {

    @ParameterizedTest
    @EnumSource
    void walksTheDiagramByKeys(Lang lang) {
        try (var pm = SignedIn.as("pm", lang)) {
            var key = create(pm, lang);
            pm.open("/projects/" + key + "/schedule");
            var page = pm.page();
            var keys = page.keyboard();
            keys.press("v");
            keys.press("n");
            assertThat(page).hasURL(Pattern.compile(".*/schedule/network.*"));
            page.waitForLoadState();

            var first = page.locator(".n-node[tabindex='0']");
            assertThat(first).hasCount(1);
            first.focus();
            var begun = first.getAttribute("data-no");
            keys.press("ArrowRight");
            var here = page.locator(".n-node:focus");
            assertThat(here).not().hasAttribute("data-no", begun);
            assertThat(here).hasAttribute("aria-label", Pattern.compile(".+, .+|.+，.+"));
            keys.press("ArrowLeft");
            assertThat(here).hasAttribute("data-no", begun);

            keys.press("-");
            assertThat(page).hasURL(Pattern.compile(".*zoom=name.*"));
            assertThat(page.locator("svg.network")).hasClass(Pattern.compile(".*zoom-name.*"));
            page.waitForLoadState();

            page.locator(".n-node[tabindex='0']").focus();
            keys.press("End");
            var last = here.getAttribute("data-no");
            keys.press("n");
            assertThat(page).hasURL(Pattern.compile(".*of=" + last + "$"));
            assertThat(page.locator(".n-node:focus")).hasAttribute("data-no", last);

            keys.press("Enter");
            assertThat(page).hasURL(Pattern.compile(".*/projects/" + key + "/tasks/" + last + "$"));
            page.goBack();
            print(pm, key);
        }
    }

    private static void print(SignedIn pm, String key) {
        pm.page().locator("details.menu:has(a[href*='network.pdf']) > summary").press("Enter");
        var file = pm.page()
                .waitForDownload(() -> pm.page().locator("a[href*='paper=A4']").press("Enter"));
        org.assertj.core.api.Assertions.assertThat(file.suggestedFilename())
                .startsWith(key)
                .endsWith(".pdf");
    }

    private static String create(SignedIn pm, Lang lang) {
        pm.open("/projects/new");
        pm.page().locator("input[name=templateCode][value=software-rollout]").check();
        pm.page().locator("#name").fill("网络图走查 " + lang);
        var key = "N" + lang + System.nanoTime() % 100_000;
        pm.page().locator("#key").fill(key);
        pm.page().locator("#plannedStart").fill("2027-03-01");
        pm.press("project.lifecycle.create");
        assertThat(pm.page()).hasURL(Pattern.compile(".*/projects/" + key + "$"));
        return key;
    }
}
