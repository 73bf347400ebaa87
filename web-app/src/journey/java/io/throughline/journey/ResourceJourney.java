package io.throughline.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The coordinator finds who has too much to do, notes leave, and gives a task to somebody who has the time. */
class ResourceJourney {

    @ParameterizedTest
    @EnumSource
    void findsAnOverloadAndHandsATaskOver(Lang lang) {
        try (var coordinator = SignedIn.as("coordinator", lang)) {
            var page = coordinator.page();
            coordinator.open("/");
            assertThat(page).hasURL(Pattern.compile(".*/resources$"));
            assertThat(page.locator("table.heat tbody tr").count()).isGreaterThan(5);
            assertThat(page.locator(".heat-cell.over").first()).containsText(coordinator.word("project.resource.over"));

            page.locator("section[aria-labelledby=clashes-title] li strong a")
                    .first()
                    .click();
            var tasks = page.locator("#assignments a[href*='/tasks/']");
            assertThat(tasks.first()).isVisible();
            takesLeaveAndComesBack(coordinator, LocalDate.now().plusYears(1).plusWeeks(lang.ordinal()));

            tasks.first().click();
            var crew = page.locator("#crew");
            assertThat(crew).isVisible();
            crew.getByText(coordinator.word("project.resource.replace")).first().click();
            var next = page.locator("table.list tbody tr").first();
            var name = next.locator("td a").first().textContent();
            next.locator("button").click();
            assertThat(page.locator("#crew")).containsText(name);
        }
    }

    private static void takesLeaveAndComesBack(SignedIn coordinator, LocalDate day) {
        var page = coordinator.page();
        page.locator("#firstDay").fill(day.toString());
        page.locator("#reason").fill("陪产假");
        coordinator.press("project.resource.leaveAdd");
        assertThat(page.locator("section[aria-labelledby=leave-title]")).containsText(day.toString());
        coordinator.press("project.resource.leaveBack", day.toString());
        assertThat(page.locator("section[aria-labelledby=leave-title]")).not().containsText(day.toString());
    }

    @ParameterizedTest
    @EnumSource
    void assignsWithoutScript(Lang lang) {
        try (var coordinator = SignedIn.withoutScript("coordinator", lang)) {
            var page = coordinator.page();
            coordinator.open("/resources?filter.kind=PERSON");
            page.locator("section[aria-labelledby=clashes-title] .item-sub a")
                    .first()
                    .click();
            coordinator.follow("project.resource.assign");
            var choice = page.locator("#assign-resource option").nth(1);
            var name = choice.textContent().split(" · ")[0];
            page.locator("#assign-resource").selectOption(choice.getAttribute("value"));
            page.locator("#assign-percent").fill("10");
            coordinator.press("project.resource.assign");
            assertThat(page.locator("#crew")).containsText(name);
            coordinator.press("project.resource.takeOff", name);
            assertThat(page.locator("#crew")).not().containsText(name);
        }
    }
}
