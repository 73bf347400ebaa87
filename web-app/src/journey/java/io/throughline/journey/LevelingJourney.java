package io.throughline.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Without a mouse: how sure a plan's finish is; an overloaded person leveled, looked at, applied and taken back. */
class LevelingJourney {

    private static final String PROJECT = "/projects/HCMES/schedule";
    private static final LocatorAssertions.IsVisibleOptions SOON =
            new LocatorAssertions.IsVisibleOptions().setTimeout(60_000);

    @ParameterizedTest
    @EnumSource
    void levelsAnOverloadedPersonByKeyboard(Lang lang) {
        try (var pm = SignedIn.as("pm", lang)) {
            pm.open(PROJECT + "/leveling");
            assertThat(pm.page()
                            .locator("section[aria-labelledby=overloads-title] li")
                            .first())
                    .containsText("%");
            press(pm, pm.button("project.leveling.propose"));
            var apply = pm.button("project.leveling.apply");
            assertThat(apply).isVisible(SOON);
            assertThat(pm.page()
                            .locator("section[aria-labelledby=moves-title] tbody tr")
                            .first())
                    .isVisible();

            press(pm, apply);
            var undo = pm.page().locator("main").getByText(pm.word("project.leveling.undo"));
            assertThat(undo.first()).isVisible();
            assertThat(pm.page().locator("section[aria-labelledby=proposal-title]"))
                    .containsText(pm.word("enum.ProposalState.APPLIED"));

            press(pm, pm.page().locator("section[aria-labelledby=proposal-title] button"));
            assertThat(pm.page().locator("section[aria-labelledby=proposal-title]"))
                    .containsText(pm.word("enum.ProposalState.UNDONE"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void simulatesAPlanByKeyboard(Lang lang) {
        try (var pm = SignedIn.as("pm", lang)) {
            pm.open(PROJECT + "/simulation");
            pm.page().locator("#trials").focus();
            pm.page().keyboard().press("Control+a");
            pm.page().keyboard().insertText("2000");
            pm.page().keyboard().press("Enter");
            var drivers = pm.page().locator("section[aria-labelledby=drivers-title] tbody tr");
            assertThat(drivers.first()).isVisible(SOON);
            assertThat(pm.page().locator("svg.plot[role=img]").first()).isVisible();
        }
    }

    @Test
    void showsTheResultWhenNoLiveEventArrives() {
        try (var pm = SignedIn.as("pm", Lang.EN)) {
            pm.page()
                    .route(
                            "**/events?*",
                            route -> route.fulfill(new Route.FulfillOptions()
                                    .setContentType("text/event-stream")
                                    .setBody("retry: 600000\n\n")));
            pm.open(PROJECT + "/simulation");
            var former = pm.page().locator("#simulation .quiet").first();
            var seed = pm.page().locator("#seed");
            seed.fill("4711");
            seed.press("Enter");
            assertThat(former).containsText("4711", new LocatorAssertions.ContainsTextOptions().setTimeout(60_000));
        }
    }

    private static void press(SignedIn person, Locator button) {
        button.focus();
        person.page().keyboard().press("Enter");
    }
}
