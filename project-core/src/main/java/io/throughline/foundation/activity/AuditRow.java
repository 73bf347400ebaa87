package io.throughline.foundation.activity;

import io.throughline.foundation.model.SubjectRef;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of the audit trail.
 *
 * @param actorId null when nobody was signed in; {@code Viewer.SYSTEM_ID} for the system
 * @param cause why the system acted; null for a person
 * @param table with its schema; null for what changed no table
 * @param link name and address of the record; null when it has none or is gone
 * @param opens whether whoever reads the trail may open the record; its name stands there in any case
 */
public record AuditRow(
        long id,
        Instant at,
        @Nullable Long actorId,
        String actorName,
        @Nullable String cause,
        AuditAction action,
        @Nullable String table,
        @Nullable Long recordId,
        @Nullable SubjectRef subject,
        @Nullable SubjectLink link,
        boolean opens,
        @Nullable String field,
        @Nullable String oldValue,
        @Nullable String newValue) {

    AuditRow with(@Nullable SubjectLink found, boolean mayOpen) {
        return new AuditRow(
                id, at, actorId, actorName, cause, action, table, recordId, subject, found, mayOpen, field, oldValue,
                newValue);
    }
}
