package io.throughline.project.lifecycle;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the records of a project say, by the column names of {@link GateCheck#facts()}. */
public record GateFacts(Map<String, @Nullable Object> columns) {

    /** Throws {@link IllegalArgumentException} for a column that is no number. */
    public int count(String column) {
        if (columns.get(column) instanceof Number number) {
            return number.intValue();
        }
        throw new IllegalArgumentException("no number: " + column);
    }

    /** Throws {@link IllegalArgumentException} for a column that is no truth value. */
    public boolean holds(String column) {
        if (columns.get(column) instanceof Boolean truth) {
            return truth;
        }
        throw new IllegalArgumentException("no truth value: " + column);
    }
}
