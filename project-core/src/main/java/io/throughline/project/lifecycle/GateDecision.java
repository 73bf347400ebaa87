package io.throughline.project.lifecycle;

/** What a gate review decided. */
public enum GateDecision {
    GO,
    CONDITIONAL,
    HOLD,
    STOP;

    /** True when the next phase begins. */
    public boolean passes() {
        return this == GO || this == CONDITIONAL;
    }
}
