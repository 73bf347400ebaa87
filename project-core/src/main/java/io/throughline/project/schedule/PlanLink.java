package io.throughline.project.schedule;

/**
 * A link of a plan brought in from outside, by the uids there.
 *
 * @param lag in the unit
 */
public record PlanLink(int predecessorUid, int successorUid, DependencyType type, long lag, LagUnit unit) {}
