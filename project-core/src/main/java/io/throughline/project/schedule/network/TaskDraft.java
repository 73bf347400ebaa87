package io.throughline.project.schedule.network;

import io.throughline.foundation.calendar.LocalHours;
import io.throughline.project.schedule.ConstraintType;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One task as the caller describes it: the words of {@link NetworkBuilder#task(long)}. Amounts are minutes, times are
 * local date-times of the project. What is not said is the ordinary: scheduled automatically, as soon as possible, no
 * duration (a milestone), the project's calendar, no progress.
 *
 * <p>A task that is the parent of another is a summary; of its own dates only a constraint, a deadline and manual dates
 * count.
 */
public final class TaskDraft {

    final long id;

    @Nullable
    Long parent;

    long duration;
    boolean elapsed;
    long gaps;

    @Nullable
    LocalHours hours;

    ConstraintType constraint = ConstraintType.ASAP;

    @Nullable
    LocalDateTime constraintDate;

    @Nullable
    LocalDateTime deadline;

    @Nullable
    LocalDateTime manualStart;

    @Nullable
    LocalDateTime manualFinish;

    @Nullable
    LocalDateTime actualStart;

    @Nullable
    LocalDateTime actualFinish;

    @Nullable
    Long remaining;

    @Nullable
    LocalDateTime resume;

    long levelingDelay;
    boolean inactive;
    final List<Assigned> assigned = new ArrayList<>();

    record Assigned(LocalHours hours, long minutes) {}

    TaskDraft(long id) {
        this.id = id;
    }

    public long id() {
        return id;
    }

    /** The summary above. */
    public TaskDraft parent(long summary) {
        this.parent = summary;
        return this;
    }

    /** Working minutes on the task's calendar; 0 is a milestone. */
    public TaskDraft duration(long minutes) {
        this.duration = minutes;
        this.elapsed = false;
        return this;
    }

    /** Minutes by the clock, through nights and holidays. */
    public TaskDraft elapsedDuration(long minutes) {
        this.duration = minutes;
        this.elapsed = true;
        return this;
    }

    /** The task's own calendar in place of the project's. */
    public TaskDraft hours(LocalHours calendar) {
        this.hours = calendar;
        return this;
    }

    /** @param date ignored for ASAP and ALAP, needed for the others */
    public TaskDraft constraint(ConstraintType type, @Nullable LocalDateTime date) {
        this.constraint = type;
        this.constraintDate = date;
        return this;
    }

    /** Never moves the task; lowers its late finish. */
    public TaskDraft deadline(@Nullable LocalDateTime date) {
        this.deadline = date;
        return this;
    }

    /** Pinned by hand: links and calendars do not move it. */
    public TaskDraft manual(LocalDateTime start, LocalDateTime finish) {
        this.manualStart = start;
        this.manualFinish = finish;
        return this;
    }

    /** Work has begun; what remains is the whole duration unless {@link #remaining} says otherwise. */
    public TaskDraft actualStart(@Nullable LocalDateTime start) {
        this.actualStart = start;
        return this;
    }

    public TaskDraft actualFinish(@Nullable LocalDateTime finish) {
        this.actualFinish = finish;
        return this;
    }

    /** Minutes of the duration that are still to do. */
    public TaskDraft remaining(@Nullable Long minutes) {
        this.remaining = minutes;
        return this;
    }

    /** What remains does not go on before this time: work that was interrupted or moved after the status date. */
    public TaskDraft resume(@Nullable LocalDateTime time) {
        this.resume = time;
        return this;
    }

    /**
     * Interruptions, working minutes on the task's calendar in all: a split task keeps them wherever it moves. Once it
     * resumes, those that are still to come.
     */
    public TaskDraft gaps(long minutes) {
        this.gaps = minutes;
        return this;
    }

    /**
     * Minutes by the clock that resource leveling adds before the start; in a plan from its finish a negative number is
     * added behind the finish instead, and the task lies late.
     */
    public TaskDraft levelingDelay(long minutes) {
        this.levelingDelay = minutes;
        return this;
    }

    /**
     * Switched off: keeps its dates behind its predecessors, but drives nobody, counts in no summary and is never critical.
     * What lies below an inactive summary is inactive too.
     */
    public TaskDraft inactive(boolean off) {
        this.inactive = off;
        return this;
    }

    /**
     * Somebody or something that works on it in hours of their own; may be called again. The task then starts with the
     * first and ends with the last of them. Leave out where the resource's calendar does not matter: tasks of fixed
     * duration, or a task calendar that ignores those of its resources.
     *
     * @param calendar the resource's working hours, where there is a task calendar their intersection
     * @param minutes working minutes it needs at its units (work ÷ units)
     */
    public TaskDraft assigned(LocalHours calendar, long minutes) {
        assigned.add(new Assigned(calendar, minutes));
        return this;
    }
}
