package io.throughline.project.schedule;

import io.throughline.project.schedule.network.Effort;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
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
 * @param durationMinutes working minutes, by the clock where {@code elapsed}; of a summary from its start to its finish
 * @param uid the number it had in the file it came from
 * @param elapsed whether the duration runs day and night; its slack then does, too
 * @param totalSlackMinutes working minutes; null where the plan was not computed for this, and for cancelled tasks
 * @param freeSlackMinutes as total slack
 * @param calendarName of its own calendar; null where it has none, or where it was not asked for
 * @param successors empty where they were not asked for
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
        @With(AccessLevel.PACKAGE) List<PredecessorView> predecessors,
        @Nullable Long effortMinutes,
        @Nullable LocalDateTime actualStart,
        @With(AccessLevel.PACKAGE) @Nullable String calendarName,
        Effort.Type effortType,
        @With(AccessLevel.PACKAGE) @Nullable Long freeSlackMinutes,
        @With(AccessLevel.PACKAGE) List<PredecessorView> successors,
        boolean elapsed) {

    public TaskRow {
        predecessors = List.copyOf(predecessors);
        successors = List.copyOf(successors);
    }

    public boolean isMilestone() {
        return kind == TaskKind.MILESTONE;
    }

    /** Whether a person set its start: by hand, or as the earliest. */
    public boolean isPinned() {
        return mode == ScheduleMode.MANUAL || constraintType == ConstraintType.SNET;
    }

    /** Total slack in days of eight hours, or of twenty-four, for showing. */
    public @Nullable Double slackDays() {
        return days(totalSlackMinutes);
    }

    /** Free slack in days of eight hours, or of twenty-four, for showing. */
    public @Nullable Double freeSlackDays() {
        return days(freeSlackMinutes);
    }

    /** Days by the calendar from the baseline's finish to the planned or actual one; negative is early. */
    public @Nullable Long finishSlipDays() {
        var finish = actualFinish == null ? plannedFinish : actualFinish;
        return finish == null || baselineFinish == null
                ? null
                : Long.valueOf(ChronoUnit.DAYS.between(baselineFinish.toLocalDate(), finish.toLocalDate()));
    }

    /** Constraint as planners write it: {@code SNET 2026-11-21}; empty for as soon as possible. */
    public String constraintText() {
        return constraintType == ConstraintType.ASAP
                ? ""
                : constraintDate == null ? constraintType.name() : constraintType + " " + constraintDate.toLocalDate();
    }

    /** How long it may take, as planners write it: {@code 3/5/9}, {@code 2ed/3ed/5ed}; empty where nobody said. */
    public String estimateDays() {
        var estimate = ThreePointEstimate.of(optimisticMinutes, likelyMinutes, pessimisticMinutes);
        return estimate == null ? "" : estimate.text(elapsed);
    }

    /** Duration in days of eight hours, or of twenty-four, for showing; null without one. */
    public @Nullable Double durationDays() {
        return days(durationMinutes);
    }

    /** As planners type it, {@code 2.5} or {@code 2ed}; empty without one. */
    public String durationText() {
        return durationMinutes == null ? "" : new TaskDuration(durationMinutes, elapsed).text();
    }

    private @Nullable Double days(@Nullable Long minutes) {
        return minutes == null ? null : Double.valueOf(new TaskDuration(minutes, elapsed).days());
    }
}
