package io.throughline.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A project manager tries something out: a draft begun, changed by keys in its Gantt chart, compared, merged, taken back. */
class DraftJourney {

    private static final String PROJECT = "/projects/HCMES";

    @ParameterizedTest
    @EnumSource
    void triesAPlanOutAndMergesIt(Lang lang) {
        try (var pm = SignedIn.as("pm", lang)) {
            pm.open(PROJECT + "/schedule/gantt");
            var live = width(pm);

            pm.open(PROJECT + "/schedule");
            pm.page()
                    .locator("details[data-menu] > summary")
                    .filter(new Locator.FilterOptions().setHasText(pm.word("project.schedule.more")))
                    .click();
            pm.follow("project.draft.title");
            pm.field("project.draft.name").fill(lang.name());
            pm.press("project.draft.begin");
            assertThat(pm.page()).hasURL(Pattern.compile(".*/projects/HCMES~[0-9]+/schedule"));
            assertThat(pm.page().locator(".callout.info").first()).containsText("HCMES~");

            pm.page().locator("a[data-keys='v g']").click();
            assertThat(pm.page()).hasURL(Pattern.compile(".*/projects/HCMES~[0-9]+/schedule/gantt.*"));
            var bar = pm.page().locator("td.gantt-bar[data-kind=task]").first();
            bar.focus();
            pm.page().keyboard().press("Alt+Shift+ArrowRight");
            assertThat(pm.page().locator("[data-apply]")).isVisible();
            pm.page().keyboard().press("Enter");
            assertThat(bar).not().hasAttribute("data-w", live);

            pm.follow("project.draft.compareLink");
            assertThat(pm.page()
                            .locator("section[aria-labelledby=changes-title] tbody tr")
                            .first())
                    .isVisible();
            assertThat(pm.page()
                            .locator("section[aria-labelledby=dates-title] tbody tr")
                            .first())
                    .isVisible();
            var draft = pm.page().url();
            pm.open(PROJECT + "/schedule/gantt");
            org.assertj.core.api.Assertions.assertThat(width(pm)).isEqualTo(live);

            pm.page().navigate(draft);
            pm.press("project.draft.mergeNow");
            assertThat(pm.page()).hasURL(Pattern.compile(".*/projects/HCMES/schedule"));
            var notice = pm.page().locator("#notices .notice").first();
            assertThat(notice).isVisible();
            pm.open(PROJECT + "/schedule/gantt");
            org.assertj.core.api.Assertions.assertThat(width(pm)).isNotEqualTo(live);
            pm.page().navigate(draft);
            assertThat(pm.page().locator("main .badge").first()).isVisible();
            assertThat(pm.page().locator("main")).containsText(pm.word("enum.DraftState.MERGED"));
        }
    }

    private static String width(SignedIn pm) {
        return pm.page().locator("td.gantt-bar[data-kind=task]").first().getAttribute("data-w");
    }
}
