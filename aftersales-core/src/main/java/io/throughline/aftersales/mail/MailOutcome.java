package io.throughline.aftersales.mail;

/** What an accepted mail became. */
public enum MailOutcome {
    NEW_TICKET,
    /** A new ticket with a tie to the one the mail named. */
    LINKED_TICKET,
    /** A new ticket after a closed one. */
    FOLLOW_UP,
    MESSAGE,
    /** An internal note that moves nothing. */
    NOTE
}
