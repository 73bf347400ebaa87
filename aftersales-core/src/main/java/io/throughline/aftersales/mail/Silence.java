package io.throughline.aftersales.mail;

/** Why a mail gets no automatic answer (service rules 20 and 21). */
public enum Silence {
    /** Only a new ticket is acknowledged. */
    NO_NEW_TICKET,
    AUTO_SUBMITTED,
    PRECEDENCE,
    SUPPRESSED,
    MAILING_LIST,
    LOOP_MARK,
    EMPTY_RETURN_PATH,
    ROBOT,
    OWN_ADDRESS,
    UNDELIVERABLE,
    LADDER,
    NO_ADDRESS
}
