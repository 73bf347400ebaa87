package io.throughline.aftersales.problem;

/** The key of a problem. */
public record ProblemId(long value) {}
