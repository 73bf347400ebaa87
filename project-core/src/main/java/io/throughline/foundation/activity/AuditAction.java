package io.throughline.foundation.activity;

/** What the audit trail says was done. */
public enum AuditAction {
    CREATED,
    CHANGED,
    DELETED,
    /** Many records at once, by one statement. */
    CHANGED_MANY,
    IMPORTED,
    EXPORTED,
    /** Old records dropped for good. */
    PURGED,
    SIGNED_IN,
    SIGNED_OUT,
    SIGN_IN_REFUSED,
    ACCESS_REFUSED
}
