package io.throughline.project.timesheet;

/** What an hour was worked for. */
public enum TimeKind {
    /** A task of a project. */
    TASK,
    /** After-sales service. */
    SERVICE,
    /** The company itself: meetings, training, administration. */
    INTERNAL
}
