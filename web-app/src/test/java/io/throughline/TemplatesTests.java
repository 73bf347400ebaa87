package io.throughline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the content security policy, the template engine and the sprite would only say at run time. */
class TemplatesTests {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Pattern COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);
    private static final Pattern TAG = Pattern.compile("<\\w(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>");
    private static final Pattern STYLE_OR_HANDLER = Pattern.compile("\\s(?:th:)?(?:style|on[a-z]+)=");
    private static final Pattern BESIDE_REPLACE = Pattern.compile("\\sth:(?:if|unless|each|with)=");
    private static final Pattern ICON = Pattern.compile("component/icon :: (?:icon|classed)\\('([^']+)'");
    private static final Pattern SYMBOL = Pattern.compile("<symbol id=\"([^\"]+)\"");

    @Test
    void noTemplateCarriesStylesOrScripts() throws IOException {
        List<String> found = new ArrayList<>();
        for (var template : templates()) {
            var markup = markup(template);
            if (markup.contains("<style")
                    || Pattern.compile("<script[^>]*>\\s*[^<\\s]")
                            .matcher(markup)
                            .find()) {
                found.add(template + ": inline script or style");
            }
            tags(markup).stream()
                    .filter(tag -> STYLE_OR_HANDLER.matcher(tag).find())
                    .forEach(tag -> found.add(template + ": " + tag));
        }

        assertThat(found).isEmpty();
    }

    /** Replacement goes first: a condition or a loop on the same tag would be thrown away in silence. */
    @Test
    void noConditionStandsBesideAReplacement() throws IOException {
        List<String> found = new ArrayList<>();
        for (var template : templates()) {
            tags(markup(template)).stream()
                    .filter(tag -> tag.contains("th:replace="))
                    .filter(tag -> BESIDE_REPLACE.matcher(tag).find())
                    .forEach(tag -> found.add(template + ": " + tag));
        }

        assertThat(found).isEmpty();
    }

    @Test
    void everyIconIsInTheSprite() throws IOException {
        Set<String> symbols = new HashSet<>();
        var sprite = SYMBOL.matcher(Files.readString(RESOURCES.resolve("static/img/icons.svg")));
        while (sprite.find()) {
            symbols.add(sprite.group(1));
        }
        List<String> missing = new ArrayList<>();
        for (var template : templates()) {
            var icons = ICON.matcher(markup(template));
            while (icons.find()) {
                if (!symbols.contains(icons.group(1))) {
                    missing.add(icons.group(1) + " in " + template);
                }
            }
        }

        assertThat(missing).isEmpty();
    }

    private static List<String> tags(String markup) {
        return TAG.matcher(markup).results().map(found -> found.group()).toList();
    }

    private static String markup(Path template) throws IOException {
        return COMMENT.matcher(Files.readString(template)).replaceAll(" ");
    }

    private static List<Path> templates() throws IOException {
        try (var found = Files.walk(RESOURCES.resolve("templates"))) {
            return found.filter(path -> path.toString().endsWith(".html"))
                    // mails bring their style along; no policy of ours holds in a mail program
                    .filter(path -> !path.endsWith("layout/mail.html"))
                    .sorted()
                    .toList();
        }
    }
}
