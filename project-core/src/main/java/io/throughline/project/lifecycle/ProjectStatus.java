package io.throughline.project.lifecycle;

/** Whether a project is worked on. */
public enum ProjectStatus {
    ACTIVE,
    ON_HOLD,
    CLOSED,
    CANCELLED;

    /** True while plan and records may still change. */
    public boolean isOpen() {
        return this == ACTIVE || this == ON_HOLD;
    }
}
