package io.throughline.web.project.resource;

import io.throughline.foundation.model.RuleViolation;
import io.throughline.project.resource.ResourceFilter;
import io.throughline.project.resource.ResourceKind;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The words of the pool's address as a filter, for the page and for programs; blank and absent are the same. */
final class ResourceFilters {

    private ResourceFilters() {}

    /** @param words {@code q}, {@code kind}, {@code team}, {@code skill}, {@code project}, {@code active} */
    static ResourceFilter read(Map<String, @Nullable String> words) {
        return new ResourceFilter(
                text(words.get("q")),
                kind(text(words.get("kind"))),
                team(text(words.get("team"))),
                text(words.get("skill")),
                text(words.get("project")),
                active(text(words.get("active"))));
    }

    private static @Nullable ResourceKind kind(@Nullable String value) {
        try {
            return value == null ? null : ResourceKind.valueOf(value);
        } catch (IllegalArgumentException e) {
            throw unknown(value, "filter.kind");
        }
    }

    private static @Nullable Long team(@Nullable String value) {
        try {
            return value == null ? null : Long.valueOf(value);
        } catch (NumberFormatException e) {
            throw unknown(value, "filter.team");
        }
    }

    private static @Nullable Boolean active(@Nullable String value) {
        if (value != null && !value.equals("true") && !value.equals("false")) {
            throw unknown(value, "filter.active");
        }
        return value == null ? null : Boolean.valueOf(value);
    }

    private static RuleViolation unknown(@Nullable String value, String parameter) {
        return new RuleViolation("project.lifecycle.unknownFilter", String.valueOf(value)).at(parameter);
    }

    private static @Nullable String text(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }
}
