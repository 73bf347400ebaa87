package io.throughline.foundation.people;

/** Identity of a team. */
public record TeamId(long value) {}
