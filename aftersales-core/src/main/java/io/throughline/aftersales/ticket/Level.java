package io.throughline.aftersales.ticket;

/** How much is affected, or how soon it hurts. */
public enum Level {
    LOW,
    MEDIUM,
    HIGH
}
