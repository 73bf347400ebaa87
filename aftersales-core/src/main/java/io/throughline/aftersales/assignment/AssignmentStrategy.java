package io.throughline.aftersales.assignment;

/** Who of those who may get a ticket gets it. */
public enum AssignmentStrategy {
    /** Who has waited longest for a turn. */
    ROUND_ROBIN,
    /** Who has the least open work, weighted by priority. */
    LEAST_LOAD,
    /** Who is best at what the ticket wants. */
    BEST_SKILL
}
