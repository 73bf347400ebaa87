package io.throughline.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every entry of the administrator's menu opens, and lights up where one is. */
class AdminJourney {

    @ParameterizedTest
    @EnumSource
    void everyEntryOfTheMenuOpens(Lang lang) {
        try (var admin = SignedIn.as("admin", lang)) {
            admin.open("/");
            var entries = (java.util.List<?>) admin.page()
                    .locator("#sidebar .nav-list a")
                    .evaluateAll("links => links.map(a => a.getAttribute('href'))");
            assertThat(entries).hasSizeGreaterThan(5);
            for (var entry : entries) {
                admin.open((String) entry);
                assertThat(admin.page().locator("#sidebar a[aria-current=page]"))
                        .hasAttribute("href", (String) entry);
            }
        }
    }
}
