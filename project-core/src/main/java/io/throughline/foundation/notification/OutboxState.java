package io.throughline.foundation.notification;

/** Where a mail stands. */
public enum OutboxState {
    PENDING,
    SENT,
    /** Given up after the last attempt; an administrator may try again. */
    DEAD
}
