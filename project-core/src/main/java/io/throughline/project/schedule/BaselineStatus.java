package io.throughline.project.schedule;

/** A baseline is proposed by who leads the project and approved or refused by a manager. */
public enum BaselineStatus {
    PROPOSED,
    APPROVED,
    REJECTED
}
