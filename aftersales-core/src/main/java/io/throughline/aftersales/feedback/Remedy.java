package io.throughline.aftersales.feedback;

/** What is done to put it right. */
public enum Remedy {
    REPAIR,
    REPLACEMENT,
    REFUND,
    COMPENSATION,
    APOLOGY,
    EXPLANATION,
    /** Nothing, which wants a reason. */
    NONE;

    /** Whether it says how much. */
    public boolean isMoney() {
        return this == REFUND || this == COMPENSATION;
    }
}
