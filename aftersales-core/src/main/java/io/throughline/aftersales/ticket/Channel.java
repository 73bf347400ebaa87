package io.throughline.aftersales.ticket;

/** How a ticket or message reached us. */
public enum Channel {
    PORTAL,
    MAIL,
    PHONE,
    VISIT,
    CHAT,
    API;

    /** On the phone and face to face the first answer is given while the ticket is being written. */
    public boolean isAnsweredAtOnce() {
        return this == PHONE || this == VISIT;
    }
}
