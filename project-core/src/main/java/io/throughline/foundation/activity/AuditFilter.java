package io.throughline.foundation.activity;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of the audit trail are wanted; null and blank mean all.
 *
 * @param actor login or full name, without regard to case; {@code system} for what nobody in person did
 * @param subjectType code word of the record type
 * @param subjectId only together with {@code subjectType}
 * @param from first day, in the viewer's zone
 * @param to last day, in the viewer's zone
 */
public record AuditFilter(
        @Nullable String actor,
        @Nullable AuditAction action,
        @Nullable String subjectType,
        @Nullable Long subjectId,
        @Nullable String field,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {

    public static AuditFilter everything() {
        return new AuditFilter(null, null, null, null, null, null, null);
    }

    public boolean isEmpty() {
        return equals(everything());
    }
}
