package io.throughline.foundation.people;

/** Identity of a user. */
public record UserId(long value) {}
