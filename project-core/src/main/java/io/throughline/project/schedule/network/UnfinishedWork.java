package io.throughline.project.schedule.network;

import io.throughline.project.schedule.ConstraintType;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * Moves what is not done behind the status date: work planned for a time that has passed can no longer happen then.
 *
 * <p>A task in progress goes on after the date, with a gap behind what is done; one that has not begun starts no earlier
 * than the date. Tasks set by hand or by a hard constraint stay where they are and are named, for somebody has to decide;
 * done and inactive ones, and those that lie after the date anyway, are left alone. (Microsoft Project: "Reschedule
 * uncompleted work to start after".)
 *
 * <p>Example: Mon–Fri, a task of 4 days, two of them done on Mon and Tue, status date Thu evening: the rest is Fri and Mon.
 *
 * @param network the plan with the change, to be previewed by {@link Schedule#preview}
 * @param resumed ids of tasks in progress whose rest was moved
 * @param postponed ids of tasks that have not begun and now start after the date
 * @param left ids of tasks that should have been moved and could not
 */
public record UnfinishedWork(Network network, List<Long> resumed, List<Long> postponed, List<Long> left) {

    public UnfinishedWork {
        resumed = List.copyOf(resumed);
        postponed = List.copyOf(postponed);
        left = List.copyOf(left);
    }

    /** @param statusDate up to when things are as they were reported */
    public static UnfinishedWork after(Schedule schedule, LocalDateTime statusDate) {
        var network = schedule.network();
        var tasks = network.tasks;
        long date = Seconds.of(statusDate);
        var changed = new ArrayList<TaskDraft>();
        var resumed = new ArrayList<Long>();
        var postponed = new ArrayList<Long>();
        var left = new ArrayList<Long>();
        for (int i = 0; i < tasks.size; i++) {
            var progress = tasks.progress[i];
            if (network.tree.isSummary(i) || tasks.inactive[i] || progress != null && progress.isFinished()) {
                continue;
            }
            boolean behind = progress == null
                    ? schedule.dates.start[i] < date
                    : progress.remaining() > 0 && schedule.clock.resumes(i, progress) < date;
            if (!behind) {
                continue;
            }
            if (tasks.manualStart[i] != Seconds.NONE || progress == null && isHard(tasks.constraint[i])) {
                left.add(tasks.id[i]);
            } else if (progress == null) {
                changed.add(network.describe(tasks.id[i]).constraint(ConstraintType.SNET, statusDate));
                postponed.add(tasks.id[i]);
            } else {
                changed.add(network.describe(tasks.id[i]).resume(statusDate));
                resumed.add(tasks.id[i]);
            }
        }
        return new UnfinishedWork(network.with(changed), resumed, postponed, left);
    }

    private static boolean isHard(ConstraintType constraint) {
        return switch (constraint) {
            case MSO, MFO, SNLT, FNLT -> true;
            default -> false;
        };
    }
}
