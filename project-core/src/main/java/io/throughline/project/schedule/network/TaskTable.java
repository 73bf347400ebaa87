package io.throughline.project.schedule.network;

import io.throughline.foundation.calendar.LocalHours;
import io.throughline.foundation.calendar.WorkCalendar;
import io.throughline.project.schedule.ConstraintType;
import io.throughline.project.schedule.network.InvalidNetworkException.Problem;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What is known of each task, one array per fact; amounts and times in seconds. Filled by the builder, then read only. */
final class TaskTable {

    /** Hours of elapsed durations and lags. */
    static final LocalHours ALWAYS = WorkCalendar.always(ZoneOffset.UTC).local();

    private static final long LONGEST = 1000L * 366 * 86_400;

    final int size;
    final long[] id;
    final long[] duration;
    final long[] gaps;
    final LocalHours[] hours;
    final ConstraintType[] constraint;
    final long[] constraintDate;
    final long[] deadline;
    final long[] manualStart;
    final long[] manualFinish;
    final long[] levelingDelay;
    final boolean[] inactive;
    final @Nullable Progress[] progress;
    final Part[] @Nullable [] parts;

    TaskTable(int size) {
        this.size = size;
        id = new long[size];
        duration = new long[size];
        gaps = new long[size];
        hours = new LocalHours[size];
        constraint = new ConstraintType[size];
        constraintDate = new long[size];
        deadline = new long[size];
        manualStart = new long[size];
        manualFinish = new long[size];
        levelingDelay = new long[size];
        inactive = new boolean[size];
        progress = new Progress[size];
        parts = new Part[size][];
    }

    /** All but the ids and who is inactive, which stay as they are, can differ in the copy. */
    private TaskTable(TaskTable other) {
        size = other.size;
        id = other.id;
        duration = other.duration.clone();
        gaps = other.gaps.clone();
        hours = other.hours.clone();
        constraint = other.constraint.clone();
        constraintDate = other.constraintDate.clone();
        deadline = other.deadline.clone();
        manualStart = other.manualStart.clone();
        manualFinish = other.manualFinish.clone();
        levelingDelay = other.levelingDelay.clone();
        inactive = other.inactive;
        progress = other.progress.clone();
        parts = other.parts.clone();
    }

    TaskTable copy() {
        return new TaskTable(this);
    }

    void set(int i, TaskDraft draft, LocalHours projectHours) {
        id[i] = draft.id;
        duration[i] = amount(draft, draft.duration);
        gaps[i] = amount(draft, draft.gaps);
        hours[i] = draft.elapsed ? ALWAYS : draft.hours == null ? projectHours : draft.hours;
        constraint[i] = draft.constraint;
        constraintDate[i] = draft.constraint.needsDate() ? Seconds.of(draft.constraintDate) : Seconds.NONE;
        if (draft.constraint.needsDate() && draft.constraintDate == null) {
            throw new InvalidNetworkException(Problem.IMPOSSIBLE_DATES, draft.id);
        }
        deadline[i] = Seconds.of(draft.deadline);
        manualStart[i] = Seconds.of(draft.manualStart);
        manualFinish[i] = Seconds.of(draft.manualFinish);
        levelingDelay[i] = Long.signum(draft.levelingDelay) * amount(draft, Math.abs(draft.levelingDelay));
        progress[i] = progress(draft);
        parts[i] = parts(draft);
        refuseBackwards(draft, manualStart[i], manualFinish[i]);
    }

    /** As the caller described task {@code i}, without its parent. */
    TaskDraft draft(int i, LocalHours projectHours) {
        var draft = new TaskDraft(id[i]).duration(duration[i] / Seconds.MINUTE).gaps(gaps[i] / Seconds.MINUTE);
        if (hours[i] == ALWAYS) {
            draft.elapsedDuration(duration[i] / Seconds.MINUTE);
        } else if (hours[i] != projectHours) {
            draft.hours(hours[i]);
        }
        draft.constraint(constraint[i], local(constraintDate[i])).deadline(local(deadline[i]));
        draft.manualStart = local(manualStart[i]);
        draft.manualFinish = local(manualFinish[i]);
        draft.levelingDelay(levelingDelay[i] / Seconds.MINUTE).inactive(inactive[i]);
        var done = progress[i];
        if (done != null) {
            draft.actualStart(local(done.start())).actualFinish(local(done.finish()));
            draft.remaining(done.remaining() / Seconds.MINUTE).resume(local(done.resume()));
        }
        var shares = parts[i];
        if (shares != null) {
            Arrays.stream(shares).forEach(part -> draft.assigned(part.hours(), part.work() / Seconds.MINUTE));
        }
        return draft;
    }

    /** In a plan from its finish: whether a task takes its late dates, all but those as soon as possible nobody has leveled. */
    boolean settlesLate(int i) {
        return (constraint[i] != ConstraintType.ASAP || levelingDelay[i] < 0)
                && progress[i] == null
                && manualStart[i] == Seconds.NONE;
    }

    private static @Nullable LocalDateTime local(long second) {
        return second == Seconds.NONE ? null : Seconds.local(second);
    }

    /** Whether anything but the id is another than in {@code other}, a copy of this or its origin. */
    boolean differs(TaskTable other, int i) {
        return duration[i] != other.duration[i]
                || gaps[i] != other.gaps[i]
                || hours[i] != other.hours[i]
                || constraint[i] != other.constraint[i]
                || constraintDate[i] != other.constraintDate[i]
                || deadline[i] != other.deadline[i]
                || manualStart[i] != other.manualStart[i]
                || manualFinish[i] != other.manualFinish[i]
                || levelingDelay[i] != other.levelingDelay[i]
                || progress[i] != other.progress[i]
                || parts[i] != other.parts[i];
    }

    private static @Nullable Progress progress(TaskDraft draft) {
        long start = Seconds.of(draft.actualStart);
        long finish = Seconds.of(draft.actualFinish);
        if (start == Seconds.NONE && finish == Seconds.NONE) {
            return null;
        }
        if (start == Seconds.NONE) {
            start = finish;
        }
        if (finish != Seconds.NONE) {
            refuseBackwards(draft, start, finish);
            return new Progress(start, finish, 0, Seconds.NONE);
        }
        long remaining = amount(draft, draft.remaining == null ? draft.duration : draft.remaining);
        return new Progress(start, finish, remaining, Seconds.of(draft.resume));
    }

    private static Part @Nullable [] parts(TaskDraft draft) {
        if (draft.assigned.isEmpty() || draft.elapsed || draft.duration == 0) {
            return null;
        }
        return draft.assigned.stream()
                .map(one -> new Part(one.hours(), amount(draft, one.minutes())))
                .toArray(Part[]::new);
    }

    private static long amount(TaskDraft draft, long minutes) {
        if (minutes < 0 || minutes > LONGEST / Seconds.MINUTE) {
            throw new InvalidNetworkException(Problem.IMPOSSIBLE_AMOUNT, draft.id);
        }
        return minutes * Seconds.MINUTE;
    }

    private static void refuseBackwards(TaskDraft draft, long start, long finish) {
        if (finish < start) {
            throw new InvalidNetworkException(Problem.IMPOSSIBLE_DATES, draft.id);
        }
    }
}
