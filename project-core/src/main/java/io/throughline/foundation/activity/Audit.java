package io.throughline.foundation.activity;

import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Viewer;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes to the audit trail what no entity's change tells: set-based changes, sign-ins, refusals, exports.
 *
 * <p>Changes of entities are written without being asked, see {@link AuditListener}. The trail only grows; the database
 * refuses to change or delete what stands in it.
 */
@Service
@Transactional
@RequiredArgsConstructor
@Allow(anyone = true)
public class Audit {

    private final JdbcTemplate jdbc;
    private final Clock clock;

    /** @param viewer null when nobody is signed in */
    public void record(@Nullable Viewer viewer, AuditRecord record) {
        record(viewer, List.of(record));
    }

    /** In the caller's transaction and one batch, however many. */
    public void record(@Nullable Viewer viewer, Collection<AuditRecord> records) {
        var actor = AuditEntry.Actor.of(viewer);
        var at = clock.instant();
        write(records.stream().map(record -> AuditEntry.of(at, actor, record)).toList());
    }

    /**
     * What followed from somebody's change of another record, in the caller's transaction and one batch.
     *
     * @param cause what was changed, at most 60 characters, for example {@code HTC-12}
     */
    public void record(Viewer viewer, String cause, Collection<Versioned> changes) {
        var actor = AuditEntry.Actor.of(viewer).because(cause);
        var at = clock.instant();
        write(changes.stream()
                .map(change -> new AuditEntry(at, actor, change.what(), change.version()))
                .toList());
    }

    /** @param version of the record after the change; null for values that follow from others and have none */
    public record Versioned(AuditRecord what, @Nullable Integer version) {}

    private void write(List<AuditEntry> entries) {
        if (!entries.isEmpty()) {
            jdbc.execute((java.sql.Connection connection) -> {
                write(connection, entries);
                return entries.size();
            });
        }
    }

    static void write(java.sql.Connection connection, List<AuditEntry> entries) throws SQLException {
        try (var statement = connection.prepareStatement(AuditEntry.INSERT)) {
            for (var entry : entries) {
                entry.bind(statement);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
