package io.throughline.project.schedule.simulation;

import java.util.Map;

/**
 * What the trials say.
 *
 * @param finish of the project
 * @param watched finishes of the tasks asked for, by id
 * @param tasks by id: every leaf that is not done
 */
public record Simulated(int trials, long seed, Spread finish, Map<Long, Spread> watched, Map<Long, Influence> tasks) {

    /**
     * @param criticality share of the trials, 0 to 1, in which the task had no slack left
     * @param cruciality rank correlation (Spearman) of its duration with the project's finish, −1 to 1; 0 for what does
     *     not vary. What drives the finish is what has most of it.
     */
    public record Influence(double criticality, double cruciality) {}

    public Simulated {
        watched = Map.copyOf(watched);
        tasks = Map.copyOf(tasks);
    }
}
