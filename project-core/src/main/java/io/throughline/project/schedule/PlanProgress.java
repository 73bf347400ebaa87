package io.throughline.project.schedule;

import org.jspecify.annotations.Nullable;

/**
 * How far a plan has come; leaf tasks only, cancelled ones left out.
 *
 * @param percent done, weighed by duration; 0 for an empty plan
 * @param latestBaseline number of the latest baseline; null without one
 */
public record PlanProgress(
        int tasks, int done, int percent, @Nullable Integer latestBaseline) {}
