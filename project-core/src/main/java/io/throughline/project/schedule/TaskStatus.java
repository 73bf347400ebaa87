package io.throughline.project.schedule;

/** How far a task has come. */
public enum TaskStatus {
    NOT_STARTED,
    IN_PROGRESS,
    DONE,
    CANCELLED;

    /** True while there is still something to do. */
    public boolean isOpen() {
        return this == NOT_STARTED || this == IN_PROGRESS;
    }
}
