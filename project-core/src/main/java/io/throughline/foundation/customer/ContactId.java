package io.throughline.foundation.customer;

/** Identity of a contact. */
public record ContactId(long value) {}
