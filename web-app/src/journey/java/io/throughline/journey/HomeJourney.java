package io.throughline.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Everybody lands on the home of the role, in both languages, without a complaint of the browser. */
class HomeJourney {

    @ParameterizedTest
    @CsvSource({
        "manager, /insights",
        "pm, /my",
        "member, /my",
        "coordinator, /resources",
        "technician, /my",
        "trainer, /my",
        "agent, /tickets?view=my",
        "ae, /customers",
        "sales, /customers",
        "admin, /admin/health"
    })
    void landsOnTheHomeOfTheRole(String login, String home) {
        for (var lang : Lang.values()) {
            try (var person = SignedIn.as(login, lang)) {
                person.open("/");
                assertThat(person.page()).hasURL(RunningApplication.address(home));
                assertThat(person.page().locator("html")).hasAttribute("lang", lang.tag());
                assertThat(person.page().locator("h1")).hasCount(1);
            }
        }
    }
}
