package io.throughline.web.aftersales.feedback;

import io.throughline.aftersales.feedback.ComplaintFilter;
import io.throughline.aftersales.feedback.ComplaintState;
import io.throughline.foundation.model.RuleViolation;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The filters of an address, of pages and programs alike: {@code filter.state, open, month, from, until, cause, project,
 * customer, acknowledged, founded}. A month stands for the first and the last one alike where those are missing.
 */
final class ComplaintQuery {

    private static final Set<String> FILTERS = Set.of(
            "state", "open", "month", "from", "until", "cause", "project", "customer", "acknowledged", "founded");

    private ComplaintQuery() {}

    /** Throws {@link RuleViolation} at a filter nobody knows, and at a value it cannot have. */
    static ComplaintFilter of(Map<String, String> query) {
        query.keySet().stream()
                .filter(name -> name.startsWith("filter.") && !FILTERS.contains(name.substring("filter.".length())))
                .findFirst()
                .ifPresent(name -> {
                    throw new RuleViolation("web.rest.unknownParameter", name).at(name);
                });
        var month = text(query, "month");
        var from = text(query, "from");
        var until = text(query, "until");
        return new ComplaintFilter(
                states(text(query, "state")),
                yes(query, "open"),
                ComplaintFilter.month(from == null ? month : from),
                ComplaintFilter.month(until == null ? month : until),
                text(query, "cause"),
                text(query, "project"),
                text(query, "customer"),
                yes(query, "acknowledged"),
                yes(query, "founded"));
    }

    private static Set<ComplaintState> states(@Nullable String code) {
        try {
            return code == null ? Set.of() : Set.of(ComplaintState.valueOf(code));
        } catch (IllegalArgumentException e) {
            throw new RuleViolation("web.rest.badValue", "filter.state").at("filter.state");
        }
    }

    private static @Nullable Boolean yes(Map<String, String> query, String field) {
        var value = text(query, field);
        return value == null ? null : Boolean.valueOf(value);
    }

    private static @Nullable String text(Map<String, String> query, String field) {
        var value = query.get("filter." + field);
        return value == null || value.isBlank() ? null : value;
    }
}
