package io.throughline.foundation.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a list, reached by cursors and not by page numbers, so that the last page costs what the first does.
 *
 * @param rows in the list's order
 * @param next cursor of what follows, null at the end
 * @param previous cursor of what comes before, null at the start
 */
public record Page<T>(
        List<T> rows, @Nullable String next, @Nullable String previous) {

    public Page {
        rows = List.copyOf(rows);
    }

    public static <T> Page<T> empty() {
        return new Page<>(List.of(), null, null);
    }

    /**
     * Cuts a page out of {@code size + 1} fetched rows; the surplus row only tells that there is more.
     *
     * @param fetched up to {@code size + 1} rows in the order they were fetched (reversed when going back)
     * @param request what was asked
     * @param cursor how a row is addressed
     */
    public static <T> Page<T> cut(List<T> fetched, PageRequest request, Function<T, Cursor> cursor) {
        boolean surplus = fetched.size() > request.size();
        List<T> rows = surplus ? fetched.subList(0, request.size()) : fetched;
        if (request.backwards()) {
            rows = new ArrayList<>(rows);
            java.util.Collections.reverse(rows);
        }
        if (rows.isEmpty()) {
            return empty();
        }
        boolean more = request.backwards() || surplus;
        boolean less = request.backwards() ? surplus : request.after() != null;
        return new Page<>(
                rows,
                more ? cursor.apply(rows.get(rows.size() - 1)).encode() : null,
                less ? cursor.apply(rows.get(0)).encode() : null);
    }
}
