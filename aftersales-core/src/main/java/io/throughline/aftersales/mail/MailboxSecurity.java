package io.throughline.aftersales.mail;

/** How the way to a mailbox is protected. */
public enum MailboxSecurity {
    TLS,
    STARTTLS,
    /** For a server on the same machine only. */
    NONE
}
