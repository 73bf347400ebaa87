package io.throughline.project.lifecycle;

/** Identity of a project. */
public record ProjectId(long value) {}
