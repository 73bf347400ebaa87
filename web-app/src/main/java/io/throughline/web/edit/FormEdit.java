package io.throughline.web.edit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A record that is edited by a form.
 *
 * @param table with its schema, as in the audit trail, which knows who changed what
 * @param together fields that hang together: when two people change any of them it is asked about, though not the same
 * @param stored the form as it would be filled now
 * @param save writes the form and demands its version
 * @param <T> the form, a record with a component {@code version}
 */
public record FormEdit<T extends Record>(
        String table, long id, List<Set<String>> together, Supplier<Filled<T>> stored, Consumer<T> save) {

    /**
     * @param form as it would be filled now
     * @param names of what fields hold by id, where the form's own choices may not offer it
     */
    public record Filled<T>(T form, Map<String, String> names) {

        public static <T> Filled<T> of(T form) {
            return new Filled<>(form, Map.of());
        }

        public Filled<T> naming(String field, @Nullable String name) {
            if (name == null) {
                return this;
            }
            var more = new HashMap<>(names);
            more.put(field, name);
            return new Filled<>(form, Map.copyOf(more));
        }
    }
}
