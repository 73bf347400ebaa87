package io.throughline.project.schedule;

import java.time.LocalDateTime;
import java.util.List;
import lombok.AccessLevel;
import lombok.With;
import org.jspecify.annotations.Nullable;

/**
 * A line of the plan in outline order.
 *
 * @param parent number of the task above
 * @param depth 1 at the top
 * @param wbs place in the outline, for example {@code 2.1.3}
 * @param durationMinutes working minutes; of a summary from its start to its finish
 * @param uid the number it had in the file it came from
 * @param totalSlackMinutes working minutes; null where the plan was not computed for this, and for cancelled tasks
 * @param predecessors as planners write them, for example {@code 3FS+2d}
 */
public record TaskRow(
        long id,
        int number,
        @Nullable Integer parent,
        @With(AccessLevel.PACKAGE) int depth,
        @With(AccessLevel.PACKAGE) String wbs,
        TaskKind kind,
        boolean summary,
        String name,
        TaskStatus status,
        boolean blocked,
        @Nullable Long assigneeId,
        @Nullable String assigneeName,
        @Nullable LocalDateTime plannedStart,
        @Nullable LocalDateTime plannedFinish,
        @Nullable Long durationMinutes,
        @Nullable Long optimisticMinutes,
        @Nullable Long likelyMinutes,
        @Nullable Long pessimisticMinutes,
        int percentComplete,
        @Nullable LocalDateTime baselineStart,
        @Nullable LocalDateTime baselineFinish,
        @Nullable LocalDateTime actualFinish,
        ScheduleMode mode,
        ConstraintType constraintType,
        @Nullable LocalDateTime constraintDate,
        @Nullable LocalDateTime deadline,
        @Nullable String uid,
        @With(AccessLevel.PACKAGE) @Nullable Long totalSlackMinutes,
        @With(AccessLevel.PACKAGE) @Nullable Boolean critical,
        int version,
        @With(AccessLevel.PACKAGE) List<PredecessorView> predecessors) {

    public TaskRow {
        predecessors = List.copyOf(predecessors);
    }

    public boolean isMilestone() {
        return kind == TaskKind.MILESTONE;
    }

    /** Whether a person set its start: by hand, or as the earliest. */
    public boolean isPinned() {
        return mode == ScheduleMode.MANUAL || constraintType == ConstraintType.SNET;
    }

    /** Total slack in days of eight hours, for showing. */
    public @Nullable Double slackDays() {
        return totalSlackMinutes == null ? null : totalSlackMinutes / (double) PlanHours.DAY_MINUTES;
    }

    /** How long it may take, as planners write it: {@code 3/5/9}; empty where nobody said. */
    public String estimateDays() {
        var estimate = ThreePointEstimate.of(optimisticMinutes, likelyMinutes, pessimisticMinutes);
        return estimate == null ? "" : estimate.days();
    }

    /** Duration in days of eight hours, for showing; null without one. */
    public @Nullable Double durationDays() {
        return durationMinutes == null ? null : durationMinutes / (double) PlanHours.DAY_MINUTES;
    }
}
