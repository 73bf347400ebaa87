package io.throughline.web.customer;

import io.throughline.foundation.customer.CustomerFilter;
import io.throughline.foundation.customer.CustomerTier;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Viewer;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a customer list's filter out of its address; list and API use the same words. */
final class CustomerAddress {

    private static final Set<String> FILTERS = Set.of("tier", "ae", "archived");
    private static final Set<String> VIEWS = Set.of("mine", "all");

    private CustomerAddress() {}

    /** Throws {@link RuleViolation} at the parameter for a word nobody knows. */
    static CustomerFilter filter(Viewer viewer, Map<String, String> query, String standardView) {
        refuseUnknown(query);
        var sort = blankToNull(query.get("sort"));
        boolean down = sort != null && sort.startsWith("-");
        return new CustomerFilter(
                blankToNull(query.get("q")),
                words(query, "tier", word -> constant(word, CustomerTier.class, "filter.tier")),
                words(query, "ae", word -> word.equals("me") ? viewer.id().value() : number(word)),
                view(query, standardView).equals("mine"),
                "true".equals(query.get("filter.archived")),
                sort == null ? CustomerFilter.Sort.NAME : sort(down ? sort.substring(1) : sort),
                down);
    }

    static String view(Map<String, String> query, String standard) {
        var word = blankToNull(query.get("view"));
        if (word != null && !VIEWS.contains(word)) {
            throw new RuleViolation("web.rest.badValue", "view").at("view");
        }
        return word == null ? standard : word;
    }

    private static void refuseUnknown(Map<String, String> query) {
        query.keySet().stream()
                .filter(name -> name.startsWith("filter.") && !FILTERS.contains(name.substring("filter.".length())))
                .findFirst()
                .ifPresent(name -> {
                    throw new RuleViolation("web.rest.unknownParameter", name).at(name);
                });
    }

    private static <T> Set<T> words(Map<String, String> query, String field, Function<String, T> reading) {
        return Arrays.stream(query.getOrDefault("filter." + field, "").split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .map(reading)
                .collect(Collectors.toSet());
    }

    private static CustomerFilter.Sort sort(String word) {
        return constant(word.toUpperCase(java.util.Locale.ROOT), CustomerFilter.Sort.class, "sort");
    }

    private static <E extends Enum<E>> E constant(String word, Class<E> type, String parameter) {
        try {
            return Enum.valueOf(type, word);
        } catch (IllegalArgumentException e) {
            throw new RuleViolation("web.rest.badValue", parameter).at(parameter);
        }
    }

    private static long number(String word) {
        try {
            return Long.parseLong(word);
        } catch (NumberFormatException e) {
            throw new RuleViolation("web.rest.badValue", "filter.ae").at("filter.ae");
        }
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
