package io.throughline.project.leave;

/** Why somebody is away. */
public enum LeaveKind {
    ANNUAL,
    SICK,
    PERSONAL,
    COMPENSATORY,
    FAMILY,
    TRAINING,
    OTHER
}
