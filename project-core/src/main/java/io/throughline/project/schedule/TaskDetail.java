package io.throughline.project.schedule;

import io.throughline.project.lifecycle.ProjectAccess;
import io.throughline.project.schedule.network.Effort;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All about one task.
 *
 * @param calendarId the calendar of its duration; null for the project's
 * @param elapsed whether the duration runs day and night; its minutes then count 1440 a day
 * @param ownHours whether the hours of the people on it do not matter
 * @param remainingMinutes what is left of the duration, where somebody said so; else it follows from the percentage
 */
public record TaskDetail(
        ProjectAccess project,
        long id,
        int number,
        int version,
        TaskKind kind,
        boolean summary,
        String name,
        @Nullable String description,
        TaskStatus status,
        boolean blocked,
        @Nullable String blockedReason,
        @Nullable Instant blockedSince,
        @Nullable Long assigneeId,
        @Nullable String assigneeName,
        @Nullable Integer parentNumber,
        @Nullable String parentName,
        int priority,
        ScheduleMode mode,
        @Nullable LocalDateTime plannedStart,
        @Nullable LocalDateTime plannedFinish,
        @Nullable Long durationMinutes,
        @Nullable Long effortMinutes,
        @Nullable Long optimisticMinutes,
        @Nullable Long likelyMinutes,
        @Nullable Long pessimisticMinutes,
        int percentComplete,
        @Nullable LocalDateTime actualStart,
        @Nullable LocalDateTime actualFinish,
        @Nullable LocalDateTime baselineStart,
        @Nullable LocalDateTime baselineFinish,
        @Nullable LocalDateTime forecastFinish,
        ConstraintType constraintType,
        @Nullable LocalDateTime constraintDate,
        @Nullable LocalDateTime deadline,
        boolean shared,
        @Nullable Long calendarId,
        boolean elapsed,
        Effort.Type effortType,
        boolean effortDriven,
        boolean ownHours,
        @Nullable Long remainingMinutes,
        Instant changedAt,
        List<PredecessorView> predecessors,
        List<PredecessorView> successors) {

    /** As people write it, for example {@code HTC-12}. */
    public String label() {
        return project.key() + "-" + number;
    }

    /** How long it may take; null where nobody said. */
    public @Nullable ThreePointEstimate estimate() {
        return ThreePointEstimate.of(optimisticMinutes, likelyMinutes, pessimisticMinutes);
    }

    /** As planners type it, {@code 2.5} or {@code 2ed}; empty without one. */
    public String durationText() {
        return durationMinutes == null ? "" : new TaskDuration(durationMinutes, elapsed).text();
    }

    /** What is left of it, as planners type it; empty where that is not known. */
    public String remainingText() {
        return remainingMinutes == null ? "" : new TaskDuration(remainingMinutes, elapsed).text();
    }

    /** The mean of its three points, as planners type it; empty without them. */
    public String expectedText() {
        var estimate = estimate();
        return estimate == null ? "" : new TaskDuration(estimate.meanMinutes(), elapsed).text();
    }

    /** In days of eight hours, or of twenty-four where it is elapsed; null without one. */
    public @Nullable Double durationDays() {
        return durationMinutes == null ? null : Double.valueOf(new TaskDuration(durationMinutes, elapsed).days());
    }

    public boolean isMilestone() {
        return kind == TaskKind.MILESTONE;
    }
}
