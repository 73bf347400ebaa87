package io.throughline.web.export;

import io.throughline.foundation.model.Cursor;
import io.throughline.foundation.model.Page;
import io.throughline.foundation.model.PageRequest;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A list to be written.
 *
 * @param name of the file without its extension, in the reader's language
 * @param columns from left to right
 * @param stretch a part of the rows, in the list's order and as far as the viewer may see them
 */
public record Table<T>(String name, List<Column<T>> columns, Function<PageRequest, Page<T>> stretch) {

    /** A file longer than this serves nobody; its last line says that there was more. */
    static final int MOST_ROWS = 50_000;

    private static final int AT_ONCE = 200;

    public Table {
        columns = List.copyOf(columns);
    }

    /**
     * Hands on row by row, so that no more than a stretch is in memory.
     *
     * @return whether these were all
     */
    boolean forEach(Consumer<T> row) {
        @Nullable String after = null;
        int written = 0;
        while (true) {
            var page = stretch.apply(new PageRequest(Cursor.decode(after), null, AT_ONCE));
            page.rows().forEach(row);
            written += page.rows().size();
            after = page.next();
            if (after == null) {
                return true;
            }
            if (written >= MOST_ROWS) {
                return false;
            }
        }
    }

    /**
     * @param label in the reader's language
     * @param value text, number, {@code LocalDate}, {@code LocalDateTime}, {@code Instant} or null
     */
    public record Column<T>(String label, Function<T, @Nullable Object> value) {}
}
