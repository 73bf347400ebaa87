package io.throughline.project.simulation;

import java.time.LocalDateTime;
import java.util.List;

/**
 * What the trials came to; times are local date-times of the project.
 *
 * @param revision of the plan that was simulated
 * @param estimated how many tasks that are not done have three points
 * @param open how many tasks are not done; summaries and milestones do not count
 * @param plannedFinish by the durations of the plan
 * @param plannedShare share of the trials, 0 to 1, that were done by then
 * @param p10 the finish that so many percent of the trials kept
 * @param histogram in order of time
 * @param curve in order of time: the S-curve
 * @param tasks what was not done, what drives the finish most first
 * @param milestones open ones, in order of time
 */
public record SimulationResult(
        long seed,
        int trials,
        Distribution distribution,
        long revision,
        int estimated,
        int open,
        LocalDateTime plannedFinish,
        double plannedShare,
        LocalDateTime earliest,
        LocalDateTime p10,
        LocalDateTime p50,
        LocalDateTime p80,
        LocalDateTime p90,
        LocalDateTime latest,
        LocalDateTime mean,
        long standardDeviationMinutes,
        List<Bin> histogram,
        List<Point> curve,
        List<Task> tasks,
        List<Milestone> milestones) {

    /** @param to not included */
    public record Bin(LocalDateTime from, LocalDateTime to, int trials) {}

    /** @param share of the trials, 0 to 1, that were done by then */
    public record Point(LocalDateTime at, double share) {}

    /**
     * @param criticality share of the trials, 0 to 1, in which the task had no slack
     * @param cruciality rank correlation of its duration with the finish, −1 to 1
     */
    public record Task(int no, double criticality, double cruciality) {}

    public record Milestone(int no, LocalDateTime planned, LocalDateTime p50, LocalDateTime p80, LocalDateTime p90) {}

    public SimulationResult {
        histogram = List.copyOf(histogram);
        curve = List.copyOf(curve);
        tasks = List.copyOf(tasks);
        milestones = List.copyOf(milestones);
    }

    /** Whether anything in the plan can end at more than one time. */
    public boolean varies() {
        return earliest.isBefore(latest);
    }
}
