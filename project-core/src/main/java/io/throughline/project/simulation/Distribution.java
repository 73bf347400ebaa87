package io.throughline.project.simulation;

import io.throughline.project.schedule.ThreePointEstimate;
import io.throughline.project.schedule.simulation.ThreePoints;

/** How durations spread between their three points. */
public enum Distribution {
    BETA_PERT(ThreePoints.Shape.BETA_PERT),
    TRIANGULAR(ThreePoints.Shape.TRIANGULAR);

    private final ThreePoints.Shape shape;

    Distribution(ThreePoints.Shape shape) {
        this.shape = shape;
    }

    /**
     * What the task still needs.
     *
     * @param percentComplete of its duration
     */
    ThreePoints remaining(ThreePointEstimate estimate, int percentComplete) {
        return new ThreePoints(
                left(estimate.optimisticMinutes(), percentComplete),
                left(estimate.likelyMinutes(), percentComplete),
                left(estimate.pessimisticMinutes(), percentComplete),
                shape);
    }

    private static long left(long minutes, int percentComplete) {
        return minutes * (100 - percentComplete) / 100;
    }
}
