package io.throughline.foundation.notification;

/** The stretches of an inbox. */
public enum InboxView {
    /** With something unread, neither muted nor put off. */
    UNREAD,
    /** Everything but the muted and what is put off. */
    ALL,
    /** Where the person was mentioned. */
    MENTIONS,
    /** Put off until later. */
    SNOOZED,
    /** Muted records, to hear of them again. */
    MUTED
}
