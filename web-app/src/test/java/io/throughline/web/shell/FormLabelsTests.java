package io.throughline.web.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.test.WebTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;

/** The summary of errors calls each field as the field calls itself. */
@WebTest
class FormLabelsTests {

    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    /** A field that is asked in words of somebody's own, as those of a survey, calls itself by no key. */
    private static final Pattern PATH = Pattern.compile("component/field :: \\w+\\(path='([^']+)'(?!, label=\\$)");

    @Autowired
    FormLabels labels;

    static List<String> formsWithASummary() throws IOException {
        try (var found = Files.walk(TEMPLATES)) {
            return found.filter(path -> path.toString().endsWith(".html"))
                    .filter(path -> !path.startsWith(TEMPLATES.resolve("component")))
                    .filter(path -> text(path).contains("error-summary :: summary"))
                    .map(path -> TEMPLATES.relativize(path).toString().replace(".html", ""))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("formsWithASummary")
    void knowsTheLabelOfEveryField(String page) {
        var paths = PATH.matcher(text(TEMPLATES.resolve(page + ".html")))
                .results()
                .map(found -> found.group(1))
                .toList();

        assertThat(labels.keys(page).keySet()).containsAll(paths);
    }

    @Test
    void findsTheFieldsOfThePartsAPageIsMadeOf() {
        LocaleContextHolder.setLocale(Locale.ENGLISH);
        try {
            assertThat(labels.of(List.of("project/lifecycle/edit", "component/error-summary"), "calendarId"))
                    .isEqualTo("Work calendar");
            assertThat(labels.of(List.of("project/lifecycle/edit"), "nothing")).isNull();
            assertThat(labels.of(List.of("no/such/page"), "name")).isNull();
        } finally {
            LocaleContextHolder.resetLocaleContext();
        }
    }

    private static String text(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
