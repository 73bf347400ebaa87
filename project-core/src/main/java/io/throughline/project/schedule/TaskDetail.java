package io.throughline.project.schedule;

import io.throughline.project.lifecycle.ProjectAccess;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All about one task. */
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

    public boolean isMilestone() {
        return kind == TaskKind.MILESTONE;
    }
}
