package io.throughline.foundation.activity;

import io.throughline.foundation.model.SubjectRef;
import org.jspecify.annotations.Nullable;

/**
 * One thing to be written to the audit trail by hand.
 *
 * @param table with its schema, for example {@code project.task}; null for what is no change of a table
 * @param field null when the record as a whole is meant
 * @param oldValue never a secret
 * @param newValue never a secret
 */
public record AuditRecord(
        AuditAction action,
        @Nullable String table,
        @Nullable Long recordId,
        @Nullable SubjectRef subject,
        @Nullable String field,
        @Nullable String oldValue,
        @Nullable String newValue) {

    /** Something done that changed no field, with words about it: how many rows, which file, which address. */
    public static AuditRecord of(AuditAction action, @Nullable SubjectRef subject, String words) {
        return new AuditRecord(action, null, subject == null ? null : subject.id(), subject, null, null, words);
    }

    public static AuditRecord change(
            SubjectRef subject, String table, String field, @Nullable String oldValue, @Nullable String newValue) {
        return new AuditRecord(AuditAction.CHANGED, table, subject.id(), subject, field, oldValue, newValue);
    }
}
