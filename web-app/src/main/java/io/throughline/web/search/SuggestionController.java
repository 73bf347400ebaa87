package io.throughline.web.search;

import io.throughline.foundation.people.Viewer;
import io.throughline.foundation.search.Search;
import io.throughline.web.security.Limit;
import io.throughline.web.security.Limited;
import io.throughline.web.shell.Menu;
import io.throughline.web.shell.MenuEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the command palette offers: pages to go to, things to create, records that match. */
@RestController
@RequiredArgsConstructor
class SuggestionController {

    private static final int MOST_RECORDS = 12;

    private final VisibleHits search;
    private final MessageSource messages;

    @Limited(Limit.SEARCH)
    @GetMapping("/search/suggest")
    Suggestions suggest(Viewer viewer, @RequestParam(defaultValue = "") String q, Locale locale) {
        var menu = Menu.of(viewer);
        var groups = new ArrayList<Group>();
        add(groups, text("web.search.group.goTo", locale), pages(menu.entries(), q, locale));
        add(groups, text("web.search.group.create", locale), pages(menu.creations(), q, locale));
        add(
                groups,
                text("web.search.group.records", locale),
                search.find(viewer, q, null, MOST_RECORDS).stream()
                        .map(hit -> new Item(hit.title(), hint(hit, locale), hit.path()))
                        .toList());
        return new Suggestions(groups);
    }

    private List<Item> pages(List<MenuEntry> entries, String q, Locale locale) {
        var typed = q.strip().toLowerCase(Locale.ROOT);
        return entries.stream()
                .flatMap(entry -> entry.isGroup() ? entry.children().stream() : List.of(entry).stream())
                .map(entry ->
                        new Item(text(entry.label(), locale), null, Objects.requireNonNullElse(entry.href(), "/")))
                .filter(item -> item.label().toLowerCase(Locale.ROOT).contains(typed))
                .toList();
    }

    private String hint(Search.Hit hit, Locale locale) {
        var type = text("enum.SubjectType." + hit.type(), locale);
        return hit.number() == null ? type : type + " " + hit.number();
    }

    private static void add(List<Group> groups, String label, List<Item> items) {
        if (!items.isEmpty()) {
            groups.add(new Group(label, items));
        }
    }

    private String text(String key, Locale locale) {
        return Objects.requireNonNullElse(messages.getMessage(key, null, key, locale), key);
    }

    record Suggestions(List<Group> groups) {}

    record Group(String label, List<Item> items) {}

    record Item(String label, @Nullable String hint, String href) {}
}
