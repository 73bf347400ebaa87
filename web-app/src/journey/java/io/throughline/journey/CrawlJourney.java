package io.throughline.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Response;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Every page without a number and one page of each kind with one: no broken rule of WCAG 2.2 AA, no complaint of the
 * browser, nothing wider than a phone. Each page is looked at in one of the eight combinations of language, theme and
 * width, always in the same; with {@code -Djourneys.full=true} in all of them.
 */
class CrawlJourney {

    private static final boolean FULL = Boolean.getBoolean("journeys.full");
    private static final int COMBINATIONS = 8;
    private static final String NOBODY = "";

    private final Addresses addresses = new Addresses();
    private final Map<String, SignedIn> windows = new LinkedHashMap<>();
    private final Deque<Visit> waiting = new ArrayDeque<>();
    private final Set<String> known = new HashSet<>();
    private final List<String> faults = new ArrayList<>();

    @Test
    void findsEveryPageSound() {
        for (var path : addresses.plain()) {
            waiting.add(new Visit(path, visitors(path)));
        }
        int pages = 0;
        while (!waiting.isEmpty()) {
            look(waiting.poll());
            pages++;
        }
        var unseen = addresses.details().stream()
                .map(Object::toString)
                .filter(pattern -> !known.contains(pattern))
                .toList();
        System.out.printf("The crawl saw %d pages; no link led to %s%n", pages, unseen);
        assertThat(faults).isEmpty();
    }

    @AfterEach
    void closeWindows() {
        windows.values().forEach(SignedIn::close);
    }

    private List<String> visitors(String path) {
        var all = new ArrayList<String>();
        for (var login : People.offered()) {
            if (addresses.opensFor(login, path)) {
                all.add(login);
            }
        }
        return addresses.opensFor(NOBODY, path) ? List.of(NOBODY) : all;
    }

    private void look(Visit visit) {
        if (visit.logins().isEmpty()) {
            return;
        }
        for (var login : visit.logins()) {
            if (look(visit.path(), login)) {
                return;
            }
        }
        faults.add(visit.path() + " opens for none of " + visit.logins());
    }

    private boolean look(String path, String login) {
        int first = Math.floorMod(
                addresses.kindOf(path).map(Object::toString).orElse(path).hashCode(), COMBINATIONS);
        for (int n = 0; n < (FULL ? COMBINATIONS : 1); n++) {
            int combination = (first + n) % COMBINATIONS;
            var lang = Lang.values()[combination & 1];
            var theme = Theme.values()[(combination >> 1) & 1];
            var width = (combination & 4) == 0 ? Width.DESK : Width.PHONE;
            if (!look(path, login, lang, theme, width)) {
                return false;
            }
        }
        return true;
    }

    private boolean look(String path, String login, Lang lang, Theme theme, Width width) {
        var window = windows.computeIfAbsent(
                login, l -> l.equals(NOBODY) ? SignedIn.nobody(lang, theme, width) : SignedIn.as(l, lang));
        if (!login.equals(NOBODY)) {
            People.prefer(login, lang);
        }
        window.show(theme);
        window.show(width);
        var where = "%s as %s (%s, %s, %s)".formatted(path, login, lang, theme, width);
        Response answer = window.page().navigate(RunningApplication.address(path));
        if (answer.status() == 403 || answer.status() == 404) {
            window.faults().take();
            return false;
        }
        if (answer.status() != 200) {
            faults.add(where + ": status " + answer.status());
            return true;
        }
        if (!isPage(answer)) {
            window.faults().take();
            return true;
        }
        Accessibility.violations(window.page()).forEach(violation -> faults.add(where + ": " + violation));
        for (var narrow : List.of(Width.PHONE, Width.NARROWEST)) {
            window.show(narrow);
            Accessibility.sideways(window.page())
                    .forEach(reach -> faults.add(where + " at " + narrow.pixels() + " px: " + reach));
        }
        window.faults().take().forEach(fault -> faults.add(where + ": " + fault));
        remember(window, login);
        return true;
    }

    /** Neither a picture nor a document of somebody else, in which no script may run, ours neither. */
    private static boolean isPage(Response answer) {
        return answer.headers().getOrDefault("content-type", "").startsWith("text/html")
                && !answer.headers().getOrDefault("content-security-policy", "").contains("sandbox");
    }

    @SuppressWarnings("unchecked")
    private void remember(SignedIn window, String login) {
        var links = (List<String>) window.page()
                .locator("a[href]:not([download])")
                .evaluateAll("links => links.map(a => new URL(a.getAttribute('href'), location).href)");
        for (var link : links) {
            if (link.startsWith(RunningApplication.address("/"))) {
                var address = URI.create(link);
                var path = address.getRawPath();
                if (Pattern.matches(".*\\bpeek=.*", Objects.toString(address.getQuery(), ""))
                        && known.add(path + "?peek")) {
                    waiting.add(new Visit(path + "?" + address.getRawQuery(), from(login, path)));
                }
                addresses
                        .kindOf(path)
                        .filter(kind -> known.add(kind.toString()))
                        .ifPresent(kind -> waiting.add(new Visit(path, from(login, path))));
            }
        }
    }

    /** Whoever saw the link goes first. */
    private List<String> from(String login, String path) {
        return Stream.concat(Stream.of(login), visitors(path).stream())
                .distinct()
                .toList();
    }

    /**
     * @param logins who may try, the first one that is let in looks
     */
    private record Visit(String path, List<String> logins) {}
}
