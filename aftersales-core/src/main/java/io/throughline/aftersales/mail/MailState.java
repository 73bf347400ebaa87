package io.throughline.aftersales.mail;

/** Where a mail that came stands. */
public enum MailState {
    /** Stored; what it is will be decided in a moment. */
    RECEIVED,
    ACCEPTED,
    /** It made no message; its source is kept. */
    REFUSED
}
