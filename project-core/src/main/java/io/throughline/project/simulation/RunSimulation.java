package io.throughline.project.simulation;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a simulation.
 *
 * @param trials null for {@link #USUAL_TRIALS}
 * @param seed the same seed gives the same numbers for the same plan; null for one drawn by lot
 * @param distribution null for beta-PERT
 */
public record RunSimulation(
        @Nullable @Min(LEAST_TRIALS) @Max(MOST_TRIALS) Integer trials,
        @Nullable Long seed,
        @Nullable Distribution distribution) {

    public static final int USUAL_TRIALS = 10_000;
    public static final int LEAST_TRIALS = 100;
    public static final int MOST_TRIALS = 100_000;

    public static final RunSimulation USUAL = new RunSimulation(null, null, null);
}
