package io.throughline.project.schedule.planfile;

import io.throughline.project.schedule.network.Effort;
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
                task.getLevelingDelay() == null ? 0 : MpxjPlan.minutes(file, task.getLevelingDelay()),
                effortType(task.getType()),
                task.getEffortDriven(),
                task.getIgnoreResourceCalendar());
    }

    private static Effort.Type effortType(@Nullable TaskType type) {
        if (type == null) {
            return Effort.Type.FIXED_UNITS;
        }
        return switch (type) {
            case FIXED_DURATION, FIXED_DURATION_AND_UNITS -> Effort.Type.FIXED_DURATION;
            case FIXED_WORK -> Effort.Type.FIXED_WORK;
            case FIXED_UNITS -> Effort.Type.FIXED_UNITS;
        };
    }

    /** Working time of a split task between its start, or where it resumes, and its finish that is no part of its work. */
    private long gaps(boolean begun) {
        var start = MpxjPlan.sane(begun ? task.getResume() : task.getStart());
        var finish = MpxjPlan.sane(task.getFinish());
        var splits = task.getSplits();
        boolean split = splits != null && splits.size() > 1 && task.getActualFinish() == null;
        var amount = begun ? task.getRemainingDuration() : task.getDuration();
        return split && amount != null && start != null && finish != null && finish.isAfter(start)
                ? between(start, finish, amount)
                : 0;
    }

    private long between(LocalDateTime start, LocalDateTime finish, Duration amount) {
        var calendar = task.getEffectiveCalendar();
        if (calendar == null || amount.getUnits().isElapsed()) {
            return 0;
        }
        return Math.max(0, minutes(calendar.getWork(start, finish, TimeUnit.MINUTES)) - minutes(amount));
    }

    private long minutes(@Nullable Duration duration) {
        return duration == null ? 0 : Math.max(0, MpxjPlan.minutes(file, duration));
    }
}
