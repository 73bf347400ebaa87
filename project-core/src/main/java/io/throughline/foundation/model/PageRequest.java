package io.throughline.foundation.model;

import org.jspecify.annotations.Nullable;

/**
 * Which stretch of a list is wanted.
 *
 * @param after cursor of the row before the first wanted one; null for the start
 * @param before cursor of the row after the last wanted one; only one of the two is set
 * @param size 1 to 200 rows
 */
public record PageRequest(@Nullable Cursor after, @Nullable Cursor before, int size) {

    public static final int DEFAULT_SIZE = 25;
    private static final int LARGEST = 200;

    public PageRequest {
        if (size < 1 || size > LARGEST) {
            throw new RuleViolation("common.page.size", LARGEST).at("size");
        }
        if (after != null && before != null) {
            throw new RuleViolation("common.page.oneCursor").at("after");
        }
    }

    public static PageRequest first(int size) {
        return new PageRequest(null, null, size);
    }

    /** From the query of a list's address; blank and absent are the same. Throws {@link RuleViolation} on nonsense. */
    public static PageRequest of(@Nullable String after, @Nullable String before, @Nullable Integer size) {
        return new PageRequest(Cursor.decode(after), Cursor.decode(before), size == null ? DEFAULT_SIZE : size);
    }

    public boolean backwards() {
        return before != null;
    }

    public @Nullable Cursor cursor() {
        return before != null ? before : after;
    }
}
