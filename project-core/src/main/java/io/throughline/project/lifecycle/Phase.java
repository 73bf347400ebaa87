package io.throughline.project.lifecycle;

import java.util.List;

/** A part of the life cycle. Monitoring runs beside execution and shares its gate; the other four end with their own. */
public enum Phase {
    INITIATION,
    PLANNING,
    EXECUTION,
    MONITORING,
    CLOSURE;

    private static final List<Phase> GATED = List.of(INITIATION, PLANNING, EXECUTION, CLOSURE);

    /** The phases a project passes one after the other. */
    public static List<Phase> gated() {
        return GATED;
    }

    /** The phase whose gate is asked for: that of execution for monitoring, else its own. */
    public Phase gate() {
        return this == MONITORING ? EXECUTION : this;
    }

    public boolean isLast() {
        return this == CLOSURE;
    }

    /** What follows its gate; asking the last one is a bug. */
    public Phase next() {
        return GATED.get(GATED.indexOf(gate()) + 1);
    }

    public boolean isBefore(Phase other) {
        return GATED.indexOf(gate()) < GATED.indexOf(other.gate());
    }
}
