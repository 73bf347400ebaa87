package io.throughline.aftersales.feedback;

/** How far a complaint has come. */
public enum ComplaintState {
    RECEIVED,
    ACKNOWLEDGED,
    ASSESSED,
    INVESTIGATING,
    PROPOSED,
    COMMUNICATED,
    ACCEPTED,
    ESCALATED,
    CLOSED;

    /** Whether a response may be worked out. */
    boolean isUnderInvestigation() {
        return this == INVESTIGATING || this == ESCALATED;
    }

    /** Whether the ticket may rest. */
    boolean isAnswered() {
        return this == COMMUNICATED || this == ACCEPTED || this == CLOSED;
    }
}
