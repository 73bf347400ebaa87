package io.throughline.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A list is read on a phone without scrolling sideways: its rows are cards that name their cells. */
class PhoneJourney {

    private static final String REACHES_OVER = "box => box.scrollWidth - box.clientWidth";

    @ParameterizedTest
    @CsvSource({
        "ae, /customers?view=all",
        "pm, /projects",
        "agent, /tickets?view=all",
        "admin, /admin/users",
        "admin, /admin/audit"
    })
    void showsRowsAsCards(String login, String path) {
        for (var lang : Lang.values()) {
            try (var person = SignedIn.as(login, lang, Theme.LIGHT, Width.PHONE)) {
                person.open(path);
                assertThat(person.page()
                                .locator("table.cards [data-head]:visible")
                                .first())
                        .isVisible();
                assertThat((Integer) person.page().locator(".table-box").first().evaluate(REACHES_OVER))
                        .as("%s in %s", path, lang)
                        .isZero();
            }
        }
    }
}
