package io.throughline.project.timesheet;

/** Where a week's sheet stands. */
public enum TimesheetStatus {
    DRAFT,
    SUBMITTED,
    APPROVED,
    REJECTED;

    /** Whether its person may write in it. */
    public boolean isOpen() {
        return this == DRAFT || this == REJECTED;
    }
}
