package io.throughline.aftersales.automation;

/** How a run of a rule on a ticket ended. */
public enum RunOutcome {
    RAN,
    /** The ticket did not allow it; nothing of it was done. */
    FAILED,
    /** The rule itself had led to what it heard; not done. */
    LOOP,
    /** Too many rules ran on the ticket within an hour; not done. */
    LIMIT
}
