package io.throughline.aftersales.mail;

/** Why a mail went where it went (service rules 18 to 23). */
public enum MailReason {
    REPLY_TOKEN,
    IN_REPLY_TO,
    REFERENCES,
    SUBJECT_TAG,
    /** Nothing in it leads to a ticket. */
    NO_THREAD,
    /** It answers a mail of a ticket, but its sender has no part in that ticket. */
    STRANGER_IN_THREAD,
    /** It carries a ticket's number, but its sender has no part in that ticket. */
    STRANGER_WITH_TAG,
    /** A colleague's address alone does not act. */
    COLLEAGUE,
    AUTOMATIC_REPLY,
    BOUNCE,
    /** Taken in by hand after it had been refused. */
    BY_HAND,
    DUPLICATE,
    OWN_MAIL,
    /** An automatic reply to nothing we know. */
    AUTOMATIC_REPLY_ALONE,
    /** A delivery report about no mail of ours. */
    BOUNCE_ALONE,
    /** There is nothing in it. */
    EMPTY,
    /** It could not be stored as a message, again and again. */
    FAULT;

    public boolean isRefusal() {
        return ordinal() >= DUPLICATE.ordinal();
    }
}
