package io.throughline.aftersales.ticket;

/** How two tickets belong together. */
public enum LinkKind {
    RELATED,
    FOLLOW_UP,
    SPLIT
}
