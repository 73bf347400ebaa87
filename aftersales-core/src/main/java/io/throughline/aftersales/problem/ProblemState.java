package io.throughline.aftersales.problem;

/** How far a problem has come. */
public enum ProblemState {
    NEW,
    INVESTIGATING,
    KNOWN_ERROR,
    FIX_PLANNED,
    RESOLVED,
    CLOSED;

    public boolean isOpen() {
        return this != RESOLVED && this != CLOSED;
    }

    /** Whether the course leads there; what has to be known for it is asked besides. */
    public boolean leadsTo(ProblemState to) {
        return switch (to) {
            case NEW -> false;
            case INVESTIGATING -> this != INVESTIGATING && this != CLOSED;
            case KNOWN_ERROR -> this == INVESTIGATING || this == FIX_PLANNED;
            case FIX_PLANNED -> this == INVESTIGATING || this == KNOWN_ERROR;
            case RESOLVED -> isOpen() && this != NEW;
            case CLOSED -> this == RESOLVED || this == NEW || this == INVESTIGATING;
        };
    }
}
