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
                resultTypes: ['violations', 'passes'],
                runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
              });
              if (found.passes.length < 5) {
                throw new Error('axe-core looked at nothing');
              }
              return found.violations.map((rule) => rule.id + ' (' + rule.impact + '): ' + rule.help + '\\n      '
                + rule.nodes.slice(0, 3).map((node) => node.target.join(' ') + '  ' + node.html.slice(0, 160) + '\\n        '
                  + (node.any[0] ?? node.all[0] ?? node.none[0] ?? {message: ''}).message).join('\\n      '));
            }
            """;

    private static final String REACH = """
            async () => {
              const root = document.documentElement;
              for (let frame = 0; frame < 60 && root.scrollWidth > root.clientWidth; frame++) {
                await new Promise(requestAnimationFrame);
              }
              const edge = root.clientWidth;
              if (root.scrollWidth <= edge) {
                return [];
              }
              const clipped = (element) => {
                for (let up = element.parentElement; up && up !== document.body; up = up.parentElement) {
                  if (getComputedStyle(up).overflowX !== 'visible') {
                    return true;
                  }
                }
                return false;
              };
              const over = [...document.body.querySelectorAll('*')].filter((element) => element.checkVisibility()
                && element.getBoundingClientRect().right > edge + 0.5 && !clipped(element));
              return over.filter((element) => !over.some((other) => other !== element && element.contains(other))).slice(0, 3)
                .map((element) => `${Math.round(element.getBoundingClientRect().right - edge)} px over: `
                  + element.outerHTML.slice(0, 120)).concat(over.length ? [] : ['wider than its window']);
            }
            """;

    private Accessibility() {}

    /** One text per broken rule; empty is good. */
    @SuppressWarnings("unchecked")
    static List<String> violations(Page page) {
        page.evaluate(Source.TEXT);
        return (List<String>) page.evaluate(ASK);
    }

    /** What reaches over the right edge of the window and makes the page scroll sideways; empty is good. */
    @SuppressWarnings("unchecked")
    static List<String> sideways(Page page) {
        return (List<String>) page.evaluate(REACH);
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
