package io.throughline.journey;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Asks axe-core about the page in front of a person: WCAG 2.2 AA and its best practices. */
final class Accessibility {

    private static final String ASK = """
            async () => {
              const found = await axe.run(document, {
                resultTypes: ['violations'],
                runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
              });
              return found.violations.map((rule) => rule.id + ' (' + rule.impact + '): ' + rule.help + '\\n      '
                + rule.nodes.slice(0, 3).map((node) => node.target.join(' ') + '  ' + node.html.slice(0, 160) + '\\n        '
                  + (node.any[0] ?? node.all[0] ?? node.none[0] ?? {message: ''}).message).join('\\n      '));
            }
            """;

    private Accessibility() {}

    /** One text per broken rule; empty is good. */
    @SuppressWarnings("unchecked")
    static List<String> violations(Page page) {
        page.evaluate(Source.TEXT);
        return (List<String>) page.evaluate(ASK);
    }

    /** Pixels by which the page is wider than its window. */
    static int sideways(Page page) {
        return ((Number) page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .intValue();
    }

    private static final class Source {

        static final String TEXT = read() + "; undefined";

        private static String read() {
            try (var file = Accessibility.class.getResourceAsStream("/vendor/axe-core/axe.min.js")) {
                if (file == null) {
                    throw new IllegalStateException("axe-core is not on the class path");
                }
                return new String(file.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
