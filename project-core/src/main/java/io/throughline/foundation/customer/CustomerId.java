package io.throughline.foundation.customer;

/** Identity of a customer. */
public record CustomerId(long value) {}
