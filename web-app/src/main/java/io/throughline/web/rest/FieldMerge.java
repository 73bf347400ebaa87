package io.throughline.web.rest;

import io.throughline.foundation.activity.ChangedFields;
import io.throughline.foundation.model.StaleVersion;
import io.throughline.foundation.people.Viewer;
import java.util.Collections;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import lombok.RequiredArgsConstructor;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/**
 * Lets changes of different fields both win: an edit from an older version is made on the newest one as long as nobody
 * touched the same fields since; else it is stale.
 */
@Component
@RequiredArgsConstructor
public class FieldMerge {

    private static final int ROUNDS = 64;

    private final ChangedFields changes;

    /**
     * A record that is read, changed and written back.
     *
     * @param table with its schema, as in the audit trail
     * @param write writes the change, made on what is handed over, and demands its version
     */
    public record Editable<T>(
            String table, Supplier<T> read, ToLongFunction<T> id, ToIntFunction<T> version, Consumer<T> write) {}

    /**
     * @param seen the version the caller saw
     * @param fields names of the entity's properties the caller changes, and of those that depend on them
     * @throws StaleVersion when somebody changed one of them since
     */
    public <T> void edit(Viewer viewer, int seen, Set<String> fields, Editable<T> record) {
        int before = -1;
        for (int round = 1; ; round++) {
            var current = record.read().get();
            int stored = record.version().applyAsInt(current);
            requireUntouched(
                    viewer, seen, stored, fields, record.table(), record.id().applyAsLong(current));
            try {
                record.write().accept(current);
                return;
            } catch (StaleVersion | OptimisticLockingFailureException overtaken) {
                if (round == ROUNDS || stored == before) {
                    throw overtaken;
                }
                before = stored;
            }
        }
    }

    private void requireUntouched(Viewer viewer, int seen, int stored, Set<String> fields, String table, long id) {
        if (seen == stored) {
            return;
        }
        boolean merges = seen >= 0
                && seen < stored
                && changes.between(viewer, table, id, seen, stored)
                        .filter(others -> Collections.disjoint(others, fields))
                        .isPresent();
        if (!merges) {
            throw new StaleVersion(seen, stored);
        }
    }
}
