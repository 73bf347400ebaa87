package io.throughline.project.schedule;

import io.throughline.foundation.model.Aggregate;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.project.lifecycle.ProjectId;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.jspecify.annotations.Nullable;

/** A line of the plan. A summary's dates and progress are written by {@link TaskRollUp}, never here. */
@Entity
@Getter
@Table(schema = "project", name = "task")
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class Task extends Aggregate {

    static final int USUAL_PRIORITY = 500;

    /** Resource leveling leaves such a task where it is. */
    static final int NEVER_MOVED = 1000;

    private long projectId;
    private int number;
    private @Nullable Long parentId;
    private long position;

    @Enumerated(EnumType.STRING)
    private TaskKind kind;

    private boolean summary;
    private String name;
    private @Nullable String description;

    @Embedded
    private TaskState state;

    @Embedded
    private TaskTiming timing;

    private boolean blocked;
    private @Nullable String blockedReason;
    private @Nullable Instant blockedSince;
    private @Nullable Long assigneeId;
    private int priority;

    @Enumerated(EnumType.STRING)
    private ScheduleMode mode;

    private @Nullable LocalDateTime plannedStart;
    private @Nullable LocalDateTime plannedFinish;
    private @Nullable Long durationMinutes;
    private boolean durationElapsed;
    private @Nullable Long effortMinutes;

    @Embedded
    private WorkRule workRule;

    @Embedded
    private @Nullable ThreePointEstimate durationEstimate;

    private @Nullable LocalDateTime baselineFinish;
    private @Nullable LocalDateTime forecastFinish;

    @Enumerated(EnumType.STRING)
    private ConstraintType constraintType;

    private @Nullable LocalDateTime constraintDate;
    private @Nullable LocalDateTime deadline;
    private boolean shared;
    private @Nullable Instant deletedAt;

    Task(ProjectId project, int number, TaskKind kind, String name, @Nullable Long parentId, long position) {
        this.projectId = project.value();
        this.number = number;
        this.kind = kind;
        this.parentId = parentId;
        this.position = position;
        this.state = TaskState.notStarted();
        this.timing = TaskTiming.usual();
        this.priority = USUAL_PRIORITY;
        this.mode = ScheduleMode.AUTO;
        this.constraintType = ConstraintType.ASAP;
        this.workRule = WorkRule.usual();
        this.name = worded(name);
    }

    boolean isMilestone() {
        return kind == TaskKind.MILESTONE;
    }

    /** Takes over all that planners said of another task; nothing of what happened to it. */
    void resemble(Task model) {
        description = model.description;
        timing = TaskTiming.on(model.timing.getCalendarId());
        assigneeId = model.assigneeId;
        priority = model.priority;
        mode = model.mode;
        plannedStart = model.plannedStart;
        plannedFinish = model.plannedFinish;
        durationMinutes = model.durationMinutes;
        durationElapsed = model.durationElapsed;
        effortMinutes = model.effortMinutes;
        workRule = model.workRule;
        durationEstimate = model.durationEstimate;
        constraintType = model.constraintType;
        constraintDate = model.constraintDate;
        deadline = model.deadline;
        shared = model.shared;
    }

    /** A task that takes no time is a milestone, and the other way round. */
    void turn(TaskKind into) {
        refuseSummary();
        if (kind != into) {
            kind = into;
            durationElapsed = false;
            durationMinutes = into == TaskKind.MILESTONE ? Long.valueOf(0) : null;
        }
    }

    void rename(String newName) {
        name = worded(newName);
    }

    void describe(@Nullable String text) {
        description = text == null || text.isBlank() ? null : text.strip();
    }

    void assign(@Nullable Long user) {
        assigneeId = user;
    }

    void prioritise(int newPriority) {
        priority = newPriority;
    }

    void estimate(@Nullable Long minutes) {
        effortMinutes = minutes;
    }

    /** What the people on it make of it. */
    void staff(WorkRule rule, @Nullable Long minutes, @Nullable Long effort) {
        refuseSummary();
        workRule = rule;
        durationMinutes = minutes;
        effortMinutes = effort;
    }

    /**
     * How its duration is counted. Three points of it stay as many days, of the other kind.
     *
     * @param calendar null for the project's
     * @param elapsed day and night, on no calendar
     */
    void count(@Nullable Long calendar, boolean elapsed, WorkRule rule) {
        timing.count(calendar);
        if (durationEstimate != null && elapsed != durationElapsed) {
            durationEstimate = durationEstimate.turned(elapsed);
        }
        durationElapsed = elapsed;
        workRule = rule;
    }

    void estimateDuration(@Nullable ThreePointEstimate estimate) {
        durationEstimate = estimate;
    }

    void limit(@Nullable LocalDateTime newDeadline) {
        deadline = newDeadline;
    }

    void constrain(ConstraintType type, @Nullable LocalDateTime date) {
        if (type.needsDate() && date == null) {
            throw new RuleViolation("project.schedule.constraintDate").at("constraintDate");
        }
        constraintType = type;
        constraintDate = type.needsDate() ? date : null;
    }

    void share(boolean withCustomer) {
        shared = withCustomer;
    }

    /**
     * Plans from what is given: start and finish, start and duration, or a finish alone; the rest follows.
     *
     * @param minutes of its duration; null to take them from start and finish
     */
    void plan(@Nullable LocalDateTime start, @Nullable LocalDateTime finish, @Nullable Long minutes, PlanHours hours) {
        refuseSummary();
        if (isMilestone()) {
            var at = finish == null ? start : finish;
            plannedStart = at;
            plannedFinish = at;
            durationMinutes = 0L;
            return;
        }
        timing.reported();
        if (start != null && finish != null && finish.isBefore(start)) {
            throw new RuleViolation("project.schedule.finishBeforeStart").at("plannedFinish");
        }
        plannedStart = start;
        if (start != null && minutes != null) {
            plannedFinish = durationElapsed ? start.plusMinutes(minutes) : hours.add(start, minutes);
            durationMinutes = minutes;
        } else {
            plannedFinish = finish;
            durationMinutes = start != null && finish != null ? Long.valueOf(between(start, finish, hours)) : minutes;
        }
    }

    /** What is done lasted so long; it lies where it lay. */
    void last(@Nullable Long minutes) {
        refuseSummary();
        durationMinutes = isMilestone() ? Long.valueOf(0) : minutes;
    }

    private long between(LocalDateTime start, LocalDateTime finish, PlanHours hours) {
        return durationElapsed ? ChronoUnit.MINUTES.between(start, finish) : hours.between(start, finish);
    }

    /** Lies there from now on, set by hand; its duration stays what it was. */
    void fix(LocalDateTime start, LocalDateTime finish) {
        refuseSummary();
        mode = ScheduleMode.MANUAL;
        plannedStart = start;
        plannedFinish = finish;
    }

    /** From now on it starts no earlier; cleared by {@link #unpin}. */
    void pin(LocalDateTime start) {
        constraintType = ConstraintType.SNET;
        constraintDate = start;
    }

    void unpin() {
        if (constraintType == ConstraintType.SNET) {
            constraintType = ConstraintType.ASAP;
            constraintDate = null;
        }
    }

    /** What remains of it goes on no earlier. */
    void resume(LocalDateTime time) {
        timing.resume(time);
    }

    /** Resource leveling puts so many minutes by the clock before it, negative ones behind it; 0 takes them away. */
    void delay(long minutes) {
        timing.delay(minutes);
    }

    /** Who plans it: links and calendars, or a person. */
    void schedule(ScheduleMode newMode) {
        mode = newMode;
    }

    /** Reports how far the work is, in percent; a hundred finishes it. */
    void progress(int percent, LocalDateTime local, Instant now) {
        refuseSummary();
        if (percent < 0 || percent > 100) {
            throw new RuleViolation("project.schedule.percentRange").at("percent");
        }
        state.refuseCancelled();
        if (percent == 100) {
            complete(local, local, now);
            return;
        }
        if (isMilestone()) {
            throw new RuleViolation("project.schedule.milestoneWhole").at("percent");
        }
        state.report(percent, local, now);
        timing.reported();
    }

    /** Began then, as somebody says, be it reported before or not. */
    void begin(LocalDateTime start, LocalDateTime local, Instant now) {
        refuseSummary();
        state.refuseCancelled();
        if (start.isAfter(local)) {
            throw new RuleViolation("project.schedule.begunInFuture").at("actualStart");
        }
        if (getStatus() == TaskStatus.NOT_STARTED) {
            start(start, now);
        } else {
            state.began(start);
        }
    }

    /** So much of the duration is left of a task that has begun; as the percentage is of the duration, that follows. */
    void remain(long minutes) {
        if (getStatus() != TaskStatus.IN_PROGRESS) {
            throw new RuleViolation("project.schedule.remainingBegunOnly").at("remainingMinutes");
        }
        durationMinutes = Math.round(minutes * 100.0 / (100 - state.getPercentComplete()));
        timing.remain(minutes);
    }

    /** Corrects when it really began. */
    void began(LocalDateTime start, LocalDateTime local) {
        if (start.isAfter(local)) {
            throw new RuleViolation("project.schedule.begunInFuture").at("plannedStart");
        }
        state.began(start);
    }

    void start(LocalDateTime local, Instant now) {
        refuseSummary();
        state.refuseCancelled();
        if (isMilestone()) {
            throw new RuleViolation("project.schedule.milestoneWhole");
        }
        state.start(local, now);
    }

    /** Finishes the task or reaches the milestone; nothing is finished in the future. */
    void complete(LocalDateTime finish, LocalDateTime local, Instant now) {
        refuseSummary();
        state.refuseCancelled();
        state.complete(finish, isMilestone() ? finish : plannedStart, local, now);
        timing.settled();
        unblock();
        registerEvent(new TaskCompleted(new TaskId(requireId()), new ProjectId(projectId), isMilestone(), finish));
    }

    void reopen() {
        refuseSummary();
        state.reopen(isMilestone());
        timing.settled();
    }

    /** Back to the pile, as if never begun. */
    void unstart() {
        refuseSummary();
        state.refuseCancelled();
        state.unstart();
        timing.settled();
    }

    void block(String reason, Instant now) {
        refuseSummary();
        state.requireOpen("project.schedule.blockOpenOnly");
        if (reason.isBlank()) {
            throw new RuleViolation("project.schedule.blockReasonNeeded").at("reason");
        }
        blocked = true;
        blockedReason = reason.strip();
        blockedSince = now;
    }

    void unblock() {
        blocked = false;
        blockedReason = null;
        blockedSince = null;
    }

    void cancel() {
        refuseSummary();
        state.cancel();
        unblock();
    }

    void restore() {
        state.restore();
    }

    /** When a milestone or task is now expected. */
    void expect(@Nullable LocalDateTime forecast) {
        refuseSummary();
        state.requireOpen("project.schedule.forecastOpenOnly");
        forecastFinish = forecast;
    }

    void moveTo(@Nullable Long newParent, long newPosition) {
        parentId = newParent;
        position = newPosition;
    }

    /** From now on its dates come from below. */
    void becomeSummary() {
        if (isMilestone()) {
            throw new RuleViolation("project.schedule.milestoneNoChildren", number);
        }
        summary = true;
    }

    /** The last child went; the dates it had stay. */
    void becomeLeaf() {
        summary = false;
    }

    void delete(Instant now) {
        deletedAt = now;
    }

    void undelete() {
        deletedAt = null;
    }

    TaskStatus getStatus() {
        return state.getStatus();
    }

    boolean isDeleted() {
        return deletedAt != null;
    }

    private static String worded(String text) {
        if (text.isBlank()) {
            throw new RuleViolation("project.schedule.nameNeeded").at("name");
        }
        return text.strip();
    }

    private void refuseSummary() {
        if (summary) {
            throw new RuleViolation("project.schedule.summaryDerived");
        }
    }
}
