package io.throughline.project.scope;

/** Identity of a deliverable. */
public record DeliverableId(long value) {}
