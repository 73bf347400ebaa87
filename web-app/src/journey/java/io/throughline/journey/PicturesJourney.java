package io.throughline.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Takes the pictures of README and help anew, with {@code -Djourneys.pictures=true}. */
@EnabledIfSystemProperty(named = "journeys.pictures", matches = "true")
class PicturesJourney {

    private static final Path FOLDER = Path.of("..", "docs", "images");
    private static final int WIDE = 1280;
    private static final int HIGH = 720;
    private static final long MOST_BYTES = 200_000;

    @ParameterizedTest
    @CsvSource({
        "project-overview, pm, /projects/HDZC2, ZH, LIGHT",
        "plan, pm, /projects/HDZC2/schedule, ZH, LIGHT",
        "ticket-inbox, agent, /tickets?view=open, ZH, LIGHT",
        "portal, customer, /portal, ZH, LIGHT",
        "insights, manager, /insights, ZH, LIGHT",
        "insights-dark-en, manager, /insights, EN, DARK"
    })
    void takes(String name, String login, String path, Lang lang, Theme theme) throws IOException {
        var file = FOLDER.resolve(name + ".png");
        try (var person = SignedIn.as(login, lang, theme, Width.DESK)) {
            person.page().setViewportSize(WIDE, HIGH);
            person.open(path);
            person.page().screenshot(new Page.ScreenshotOptions().setPath(file));
        }
        assertThat(Files.size(file)).isLessThanOrEqualTo(MOST_BYTES);
    }
}
