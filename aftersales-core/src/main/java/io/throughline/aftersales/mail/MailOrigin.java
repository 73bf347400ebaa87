package io.throughline.aftersales.mail;

/** By which way a mail came. */
public enum MailOrigin {
    API,
    MAILBOX
}
