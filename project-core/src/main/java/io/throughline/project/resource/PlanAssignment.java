package io.throughline.project.resource;

import java.math.BigDecimal;

/**
 * A resource on a task of a plan brought in, both by their uids there.
 *
 * @param units 1 is one full resource
 */
public record PlanAssignment(int taskUid, int resourceUid, BigDecimal units, long workMinutes) {}
