package io.throughline.project.schedule;

/**
 * The project that was made of a plan file.
 *
 * @param report what came over and what did not
 */
public record ImportedPlan(String key, PlanReport report) {}
