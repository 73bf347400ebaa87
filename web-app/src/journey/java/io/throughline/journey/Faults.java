package io.throughline.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import java.util.ArrayList;
import java.util.List;

/** What a browser complained about: errors of scripts, refusals of the content security policy, broken answers. */
final class Faults {

    private final List<String> seen = new ArrayList<>();

    Faults(BrowserContext context) {
        context.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
                seen.add("console at " + message.page().url() + ": " + message.text());
            }
        });
        context.onWebError(error -> seen.add("script: " + error.error()));
        context.onResponse(answer -> {
            boolean page = answer.request().isNavigationRequest();
            if (answer.status() >= 500 || (answer.status() >= 400 && !page)) {
                seen.add(answer.status() + " " + answer.request().method() + " " + answer.url());
            }
        });
    }

    void none() {
        assertThat(seen).as("complaints of the browser").isEmpty();
    }

    /** What was seen since the last call. */
    List<String> take() {
        var taken = List.copyOf(seen);
        seen.clear();
        return taken;
    }
}
