package io.throughline.project.schedule;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A plan in numbers; leaf tasks only, cancelled ones left out.
 *
 * @param percent done, weighed by duration; 0 for an empty plan
 * @param late open and planned to be finished before now
 * @param latestBaseline number of the latest baseline; null without one
 */
public record PlanSummary(
        int tasks,
        int done,
        int inProgress,
        int blocked,
        int late,
        int percent,
        @Nullable LocalDateTime plannedStart,
        @Nullable LocalDateTime plannedFinish,
        @Nullable LocalDateTime baselineFinish,
        @Nullable LocalDateTime actualFinish,
        long effortMinutes,
        @Nullable Integer latestBaseline) {

    public int notStarted() {
        return tasks - done - inProgress;
    }
}
