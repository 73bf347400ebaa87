package io.throughline.project.schedule;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The analytic estimate of a way through the plan (measure {@code pert-expected}).
 *
 * <pre>
 *   expected duration of a task  E = (O + 4M + P) ÷ 6      σ = (P − O) ÷ 6
 *   of a way                     ΣE                        σ² = Σσ²
 * </pre>
 *
 * <p>A task without an estimate counts with its duration and σ 0, as does one that is done. The way alone is judged: other
 * ways that may become longer are left out, so the finish of the plan is less sure than this; the simulation counts them.
 *
 * <p>Example: O 4, M 6, P 14 days have E 7.00 and σ 1.67 (the mean of the triangular distribution is 8.00).
 *
 * @param tasks on the way, milestones left out
 * @param estimated how many of them have an estimate that counts
 * @param expectedMinutes ΣE, of the tasks' durations
 * @param sigmaMinutes √Σσ²
 */
public record PertPath(int tasks, int estimated, double expectedMinutes, double sigmaMinutes) {

    /** One task: how long it takes, and what was estimated; null where nothing was, or where it is done. */
    public record Part(long minutes, @Nullable ThreePointEstimate estimate) {}

    public static PertPath of(List<Part> parts) {
        double expected = 0;
        double variance = 0;
        int estimated = 0;
        for (var part : parts) {
            var estimate = part.estimate();
            if (estimate == null) {
                expected += part.minutes();
            } else {
                estimated++;
                expected += estimate.expectedMinutes();
                variance += estimate.sigmaMinutes() * estimate.sigmaMinutes();
            }
        }
        return new PertPath(parts.size(), estimated, expected, Math.sqrt(variance));
    }

    /** Days of eight hours, for showing; as is {@code sigmaDays}. */
    public double expectedDays() {
        return expectedMinutes / PlanHours.DAY_MINUTES;
    }

    public double sigmaDays() {
        return sigmaMinutes / PlanHours.DAY_MINUTES;
    }
}
