package io.throughline.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A project manager saves a project as a template and begins another from it, by keys alone. */
class TemplateJourney {

    private static final String PROJECT = "/projects/HCMES";

    @ParameterizedTest
    @EnumSource
    void savesAProjectAsATemplateAndBeginsAnotherFromIt(Lang lang) {
        try (var pm = SignedIn.as("pm", lang)) {
            var keys = pm.page().keyboard();
            pm.open(PROJECT);
            open(pm, "project.template.save");
            pm.field("project.template.nameZh").focus();
            keys.press("Control+A");
            keys.type("产线标准 " + lang);
            keys.press("Tab");
            keys.press("Control+A");
            keys.type("Line standard " + lang);
            keys.press("Enter");
            assertThat(pm.page()).hasURL(Pattern.compile(".*/projects/templates/PT-[0-9]+"));
            assertThat(pm.page().locator("h1")).containsText(lang == Lang.ZH ? "产线标准" : "Line standard");
            var rows = pm.page().locator(".tree-grid tbody tr");
            int tasks = rows.count();

            open(pm, "project.template.begin");
            assertThat(pm.page().locator("#forecast dl")).isVisible();
            var before = pm.page().locator("#forecast").textContent();
            pm.field("project.lifecycle.plannedStart").fill("2027-09-20");
            keys.press("Tab");
            assertThat(pm.page().locator("#forecast")).not().hasText(before);
            assertThat(pm.page().locator("#forecast")).containsText("2027");
            pm.field("project.lifecycle.name").fill("第二条产线 " + lang);
            var key = "T" + lang + System.nanoTime() % 100_000;
            pm.field("project.lifecycle.key").fill(key);
            keys.press("Enter");
            assertThat(pm.page()).hasURL(Pattern.compile(".*/projects/" + key));
            assertThat(pm.page().locator("main")).containsText(lang == Lang.ZH ? "产线标准" : "Line standard");
            pm.open("/projects/" + key + "/schedule");
            assertThat(pm.page().locator(".plan-rows tr")).hasCount(tasks);
            assertThat(pm.page().locator(".plan-rows")).containsText("2027");
        }
    }

    private static void open(SignedIn pm, String key) {
        Locator link =
                pm.page().locator(".page-actions a").filter(new Locator.FilterOptions().setHasText(pm.word(key)));
        link.focus();
        pm.page().keyboard().press("Enter");
    }
}
