package io.throughline.aftersales.ticket;

/** Who reads a message: the customer and us, or only us. */
public enum Visibility {
    PUBLIC,
    INTERNAL
}
