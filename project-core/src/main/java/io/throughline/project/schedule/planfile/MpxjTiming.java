package io.throughline.project.schedule.planfile;

import io.throughline.project.schedule.planfile.PlanFileTask.Timing;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.mpxj.Duration;
import org.mpxj.ProjectFile;
import org.mpxj.Task;
import org.mpxj.TaskType;
import org.mpxj.TimeUnit;

/** What a file says of when a task's work is done, beyond its dates. */
final class MpxjTiming {
    private final ProjectFile file;
    private final Task task;

    MpxjTiming(ProjectFile file, Task task) {
        this.file = file;
        this.task = task;
    }

    Timing read() {
        boolean begun = MpxjPlan.sane(task.getActualStart()) != null;
        return new Timing(
                begun && task.getRemainingDuration() != null ? minutes(task.getRemainingDuration()) : null,
                begun && task.getActualFinish() == null ? MpxjPlan.sane(task.getResume()) : null,
                gaps(begun),
                minutes(task.getLevelingDelay()),
                task.getIgnoreResourceCalendar() || isFixedDuration(task.getType()));
    }

    private static boolean isFixedDuration(@Nullable TaskType type) {
        return type == TaskType.FIXED_DURATION || type == TaskType.FIXED_DURATION_AND_UNITS;
    }

    /** Working time between the dates of a split task that is not part of its duration. */
    private long gaps(boolean begun) {
        var start = MpxjPlan.sane(task.getStart());
        var finish = MpxjPlan.sane(task.getFinish());
        var splits = task.getSplits();
        boolean split = splits != null && splits.size() > 1 && !begun;
        return split && start != null && finish != null && finish.isAfter(start) ? between(start, finish) : 0;
    }

    private long between(LocalDateTime start, LocalDateTime finish) {
        var calendar = task.getEffectiveCalendar();
        var duration = task.getDuration();
        if (calendar == null || duration == null || duration.getUnits().isElapsed()) {
            return 0;
        }
        long work = minutes(calendar.getWork(start, finish, TimeUnit.MINUTES));
        return Math.max(0, work - minutes(duration));
    }

    private long minutes(@Nullable Duration duration) {
        return duration == null ? 0 : Math.max(0, MpxjPlan.minutes(file, duration));
    }
}
