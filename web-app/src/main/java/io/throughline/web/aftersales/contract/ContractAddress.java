package io.throughline.web.aftersales.contract;

import io.throughline.aftersales.contract.ContractFilter;
import io.throughline.aftersales.contract.ContractStanding;
import io.throughline.aftersales.contract.ContractSubject;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Viewer;
import io.throughline.foundation.search.Search;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads a contract list's filter out of its address; list and API use the same words. */
@Component
@RequiredArgsConstructor
class ContractAddress {

    private static final int MOST_HITS = 100;
    private static final Set<String> FILTERS = Set.of("customer", "standing");

    private final Search search;

    /** Throws {@link RuleViolation} at the parameter for a word nobody knows. */
    ContractFilter filter(Viewer viewer, Map<String, String> query) {
        query.keySet().stream()
                .filter(name -> name.startsWith("filter.") && !FILTERS.contains(name.substring("filter.".length())))
                .findFirst()
                .ifPresent(name -> {
                    throw new RuleViolation("web.rest.unknownParameter", name).at(name);
                });
        var q = blankToNull(query.get("q"));
        var standing = blankToNull(query.get("filter.standing"));
        return new ContractFilter(
                q == null
                        ? null
                        : search.find(viewer, q, ContractSubject.TYPE, MOST_HITS).stream()
                                .map(Search.Hit::id)
                                .collect(Collectors.toSet()),
                blankToNull(query.get("filter.customer")),
                standing == null ? null : standing(standing));
    }

    private static ContractStanding standing(String word) {
        try {
            return ContractStanding.valueOf(word);
        } catch (IllegalArgumentException e) {
            throw new RuleViolation("web.rest.badValue", "filter.standing").at("filter.standing");
        }
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
