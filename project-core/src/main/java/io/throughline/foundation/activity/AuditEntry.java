package io.throughline.foundation.activity;

import io.throughline.foundation.people.Viewer;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of the audit trail on its way into the database.
 *
 * @param version of the record after the change; null for what is no change of an entity
 */
record AuditEntry(
        Instant at, Actor actor, AuditRecord what, @Nullable Integer version) {

    static final String INSERT = """
            insert into foundation.audit_entry
                   (at, actor_id, actor_name, cause, action, table_name, record_id, subject_type, subject_id,
                    field, old_value, new_value, version)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final int LONGEST = 4000;

    static AuditEntry of(Instant at, Actor actor, AuditRecord what) {
        return new AuditEntry(at, actor, what, null);
    }

    void bind(PreparedStatement row) throws SQLException {
        var subject = what.subject();
        row.setTimestamp(1, Timestamp.from(at));
        row.setObject(2, actor.id(), Types.BIGINT);
        row.setString(3, actor.name());
        row.setString(4, actor.cause());
        row.setString(5, what.action().name());
        row.setString(6, what.table());
        row.setObject(7, what.recordId(), Types.BIGINT);
        row.setString(8, subject == null ? null : subject.type());
        row.setObject(9, subject == null ? null : subject.id(), Types.BIGINT);
        row.setString(10, what.field());
        row.setString(11, shortened(what.oldValue()));
        row.setString(12, shortened(what.newValue()));
        row.setObject(13, version, Types.INTEGER);
    }

    private static @Nullable String shortened(@Nullable String value) {
        if (value == null) {
            return null;
        }
        var clean = value.replace("\0", "");
        return clean.length() <= LONGEST ? clean : clean.substring(0, LONGEST - 1) + "…";
    }

    /**
     * @param id null when nobody was signed in
     * @param cause why the system acted, or what a person changed that led to it; null for a person's own change
     */
    record Actor(@Nullable Long id, String name, @Nullable String cause) {

        private static final Actor NOBODY = new Actor(null, "-", null);

        static Actor of(@Nullable Viewer viewer) {
            if (viewer == null) {
                return NOBODY;
            }
            return new Actor(viewer.id().value(), viewer.name(), viewer.isSystem() ? viewer.login() : null);
        }

        Actor because(String reason) {
            return new Actor(id, name, reason);
        }
    }
}
