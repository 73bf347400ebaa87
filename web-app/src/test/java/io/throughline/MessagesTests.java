package io.throughline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every word on a page comes from a bundle, in both languages. */
class MessagesTests {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Path MESSAGES = RESOURCES.resolve("messages");
    private static final Path TEMPLATES = RESOURCES.resolve("templates");

    private static final Pattern KEY_IN_TEMPLATE = Pattern.compile("#\\{([A-Za-z][\\w.-]*)[}(]");
    private static final Pattern COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);
    private static final Pattern TAG = Pattern.compile("<(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>");
    private static final Pattern HUMAN_ATTRIBUTE =
            Pattern.compile("\\s(?:title|alt|placeholder|aria-label|value|label)=\"([^\"]*)\"");
    private static final Pattern WORD = Pattern.compile("\\p{IsHan}|\\p{IsAlphabetic}{2,}");
    private static final Pattern KEPT_TEXT =
            Pattern.compile("<(kbd|code|script|style)\\b[^>]*>.*?</\\1>", Pattern.DOTALL);

    @Test
    void everyBundleSaysTheSameKeysInBothLanguages() throws IOException {
        List<String> differences = new ArrayList<>();
        for (var bundle : files(MESSAGES, ".properties")) {
            var name = bundle.getFileName().toString();
            if (name.endsWith("_en.properties")) {
                continue;
            }
            var english = bundle.resolveSibling(name.replace(".properties", "_en.properties"));
            assertThat(english).exists();
            var chinese = new TreeSet<>(keys(bundle));
            var other = new TreeSet<>(keys(english));
            chinese.stream()
                    .filter(key -> !other.contains(key))
                    .forEach(key -> differences.add(key + " missing in " + english));
            other.stream()
                    .filter(key -> !chinese.contains(key))
                    .forEach(key -> differences.add(key + " missing in " + bundle));
        }

        assertThat(differences).isEmpty();
    }

    @Test
    void noKeyIsSaidTwice() throws IOException {
        Map<String, Path> first = new HashMap<>();
        List<String> twice = new ArrayList<>();
        for (var bundle : files(MESSAGES, ".properties")) {
            var language = bundle.toString().endsWith("_en.properties") ? "en:" : "zh:";
            for (var key : keys(bundle)) {
                var before = first.put(language + key, bundle);
                if (before != null) {
                    twice.add(key + " in " + before + " and " + bundle);
                }
            }
        }

        assertThat(twice).isEmpty();
    }

    @Test
    void noEntryIsEmpty() throws IOException {
        List<String> empty = new ArrayList<>();
        for (var bundle : files(MESSAGES, ".properties")) {
            lines(bundle)
                    .filter(line -> line.substring(line.indexOf('=') + 1).isBlank())
                    .forEach(line -> empty.add(bundle + ": " + line));
        }

        assertThat(empty).isEmpty();
    }

    @Test
    void everyKeyOfATemplateExists() throws IOException {
        Set<String> known = new HashSet<>();
        for (var bundle : files(MESSAGES, ".properties")) {
            known.addAll(keys(bundle));
        }
        List<String> missing = new ArrayList<>();
        for (var template : files(TEMPLATES, ".html")) {
            var found = KEY_IN_TEMPLATE.matcher(markup(template));
            while (found.find()) {
                if (!known.contains(found.group(1))) {
                    missing.add(found.group(1) + " in " + TEMPLATES.relativize(template));
                }
            }
        }

        assertThat(missing).isEmpty();
    }

    @Test
    void noTemplateSpeaksByItself() throws IOException {
        List<String> spoken = new ArrayList<>();
        for (var template : files(TEMPLATES, ".html")) {
            var markup = KEPT_TEXT.matcher(markup(template)).replaceAll(" ");
            var text = TAG.matcher(markup).replaceAll("\n");
            text.lines()
                    .filter(line -> WORD.matcher(line).find())
                    .forEach(line -> spoken.add(TEMPLATES.relativize(template) + ": " + line.strip()));
            var tags = TAG.matcher(markup);
            while (tags.find()) {
                spokenAttributes(tags.group())
                        .forEach(value -> spoken.add(TEMPLATES.relativize(template) + ": " + value));
            }
        }

        assertThat(spoken).isEmpty();
    }

    /** A value is for people only where a button or an option without text shows it. */
    private static List<String> spokenAttributes(String tag) {
        List<String> spoken = new ArrayList<>();
        var attributes = HUMAN_ATTRIBUTE.matcher(tag);
        while (attributes.find()) {
            boolean shown = !attributes.group().strip().startsWith("value") || tag.contains("type=\"submit\" value");
            if (shown && WORD.matcher(attributes.group(1)).find()) {
                spoken.add(attributes.group().strip());
            }
        }
        return spoken;
    }

    private static String markup(Path template) throws IOException {
        return COMMENT.matcher(Files.readString(template)).replaceAll(" ");
    }

    private static List<String> keys(Path bundle) throws IOException {
        return lines(bundle)
                .map(line -> line.substring(0, line.indexOf('=')).strip())
                .toList();
    }

    private static Stream<String> lines(Path bundle) throws IOException {
        return Files.readAllLines(bundle, StandardCharsets.UTF_8).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#") && line.contains("="));
    }

    private static List<Path> files(Path root, String suffix) throws IOException {
        try (var found = Files.walk(root)) {
            return found.filter(path -> path.toString().endsWith(suffix))
                    .sorted()
                    .toList();
        }
    }
}
