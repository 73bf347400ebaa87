package io.throughline.foundation.model;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The sort values of one row, ending in its id: the place in a list, opaque to whoever carries it.
 *
 * @param values as text; instants in ISO 8601; an absent value is the empty text
 */
public record Cursor(List<String> values) {

    private static final String SEPARATOR = "\u001f";

    public static Cursor of(@Nullable Object... values) {
        return new Cursor(Arrays.stream(values)
                .map(value -> value == null ? "" : value.toString())
                .collect(Collectors.toList()));
    }

    public String encode() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(SEPARATOR, values).getBytes(StandardCharsets.UTF_8));
    }

    /** Null for absent or blank text; throws {@link RuleViolation} for a text that never was a cursor. */
    public static @Nullable Cursor decode(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            var plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            return new Cursor(List.of(plain.split(SEPARATOR, -1)));
        } catch (IllegalArgumentException e) {
            throw new RuleViolation("common.page.badCursor").at("after");
        }
    }

    /** The value at the place; throws {@link RuleViolation} when the cursor belongs to a list of another shape. */
    public String value(int index) {
        if (index >= values.size()) {
            throw new RuleViolation("common.page.badCursor").at("after");
        }
        return values.get(index);
    }

    public long id() {
        try {
            return Long.parseLong(values.get(values.size() - 1));
        } catch (NumberFormatException e) {
            throw new RuleViolation("common.page.badCursor").at("after");
        }
    }
}
