package io.throughline.project.leave;

/** Where a request for leave stands. */
public enum LeaveStatus {
    REQUESTED,
    APPROVED,
    REJECTED,
    CANCELLED
}
