package io.throughline.project.schedule;

/** Identity of a task or milestone. */
public record TaskId(long value) {}
