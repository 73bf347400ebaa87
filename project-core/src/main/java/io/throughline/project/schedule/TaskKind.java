package io.throughline.project.schedule;

/** A piece of work with a duration, or a point in time without one. */
public enum TaskKind {
    TASK,
    MILESTONE
}
