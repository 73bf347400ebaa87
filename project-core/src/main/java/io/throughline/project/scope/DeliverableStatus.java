package io.throughline.project.scope;

/** Where a deliverable stands between us and the customer. */
public enum DeliverableStatus {
    DRAFT,
    SUBMITTED,
    ACCEPTED,
    ACCEPTED_WITH_CONDITIONS,
    REJECTED;

    /** True once the customer has taken it, with conditions or without. */
    public boolean isAccepted() {
        return this == ACCEPTED || this == ACCEPTED_WITH_CONDITIONS;
    }
}
