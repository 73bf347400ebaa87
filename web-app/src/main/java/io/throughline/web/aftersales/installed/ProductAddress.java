package io.throughline.web.aftersales.installed;

import io.throughline.aftersales.installed.InstalledProductFilter;
import io.throughline.aftersales.installed.InstalledProductState;
import io.throughline.aftersales.installed.InstalledProductSubject;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Viewer;
import io.throughline.foundation.search.Search;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads a product list's filter out of its address; list and API use the same words. */
@Component
@RequiredArgsConstructor
class ProductAddress {

    private static final int MOST_HITS = 100;
    private static final Set<String> FILTERS = Set.of("customer", "project", "state", "warranty");

    private final Search search;

    /** Throws {@link RuleViolation} at the parameter for a word nobody knows. */
    InstalledProductFilter filter(Viewer viewer, Map<String, String> query) {
        refuseUnknown(query);
        var q = blankToNull(query.get("q"));
        var sort = blankToNull(query.get("sort"));
        boolean down = sort != null && sort.startsWith("-");
        var cover = blankToNull(query.get("filter.warranty"));
        return new InstalledProductFilter(
                q,
                q == null
                        ? null
                        : search.find(viewer, q, InstalledProductSubject.TYPE, MOST_HITS).stream()
                                .map(Search.Hit::id)
                                .collect(Collectors.toSet()),
                words(query, "customer"),
                words(query, "project"),
                words(query, "state").stream()
                        .map(word -> constant(word, InstalledProductState.class, "filter.state"))
                        .collect(Collectors.toSet()),
                cover == null ? null : constant(cover, InstalledProductFilter.Cover.class, "filter.warranty"),
                sort == null
                        ? InstalledProductFilter.Sort.CODE
                        : constant(
                                (down ? sort.substring(1) : sort).toUpperCase(Locale.ROOT),
                                InstalledProductFilter.Sort.class,
                                "sort"),
                down);
    }

    private static void refuseUnknown(Map<String, String> query) {
        query.keySet().stream()
                .filter(name -> name.startsWith("filter.") && !FILTERS.contains(name.substring("filter.".length())))
                .findFirst()
                .ifPresent(name -> {
                    throw new RuleViolation("web.rest.unknownParameter", name).at(name);
                });
    }

    private static Set<String> words(Map<String, String> query, String field) {
        return Arrays.stream(query.getOrDefault("filter." + field, "").split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toSet());
    }

    private static <E extends Enum<E>> E constant(String word, Class<E> type, String parameter) {
        try {
            return Enum.valueOf(type, word);
        } catch (IllegalArgumentException e) {
            throw new RuleViolation("web.rest.badValue", parameter).at(parameter);
        }
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
