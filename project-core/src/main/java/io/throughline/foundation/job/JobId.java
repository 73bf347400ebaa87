package io.throughline.foundation.job;

/** Identity of a job. */
public record JobId(long value) {}
