package io.throughline.project.schedule;

/** What became of a task between a baseline and what it is compared with. */
public enum TaskVariance {
    MOVED,
    ADDED,
    REMOVED,
    SAME
}
