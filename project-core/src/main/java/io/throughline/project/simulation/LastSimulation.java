package io.throughline.project.simulation;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a plan's simulations.
 *
 * @param job the last one that was started, whatever became of it; null before the first
 * @param result of the last one that ended well; null before that
 * @param stale whether the plan has changed since
 * @param names of the tasks the result names, as they are called now, by number; those deleted since are left out
 */
public record LastSimulation(
        @Nullable Long job,
        @Nullable SimulationResult result,
        @Nullable Instant madeAt,
        @Nullable String madeBy,
        boolean stale,
        Map<Integer, String> names) {

    static final LastSimulation NONE = new LastSimulation(null, null, null, null, false, Map.of());

    public LastSimulation {
        names = Map.copyOf(names);
    }
}
