package io.throughline.project.schedule;

/** The date constraints of scheduling practice, by their usual short names. */
public enum ConstraintType {
    /** As soon as possible. */
    ASAP,
    /** As late as possible. */
    ALAP,
    /** Start no earlier than. */
    SNET,
    /** Start no later than. */
    SNLT,
    /** Finish no earlier than. */
    FNET,
    /** Finish no later than. */
    FNLT,
    /** Must start on. */
    MSO,
    /** Must finish on. */
    MFO;

    /** False for the two that need no date. */
    public boolean needsDate() {
        return this != ASAP && this != ALAP;
    }
}
