package io.throughline.aftersales.assignment;

/** Why somebody gets no ticket by the rule; the first that applies. */
public enum Obstacle {
    /** Takes no tickets for the moment, by own word or a manager's. */
    PAUSED,
    /** Not in working hours, or on leave. */
    OFF_DUTY,
    /** Lacks a skill the ticket wants. */
    SKILL,
    /** Has as many open tickets as the rule allows. */
    FULL
}
