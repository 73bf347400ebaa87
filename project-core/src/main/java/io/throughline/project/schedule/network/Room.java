package io.throughline.project.schedule.network;

import io.throughline.project.schedule.ConstraintType;
import java.util.ArrayList;
import java.util.Set;

/**
 * How late tasks may start without breaking anything that is fixed: hard constraints, tasks set by hand, tasks that
 * somebody pins; and, within slack, the project's finish and the deadlines.
 */
public final class Room {

    private static final long FAR = 1000L * 366 * 86_400;

    private Room() {}

    /**
     * @param pinned ids of tasks that must not move
     * @return by step of {@link Placement}: local seconds, {@code Long.MAX_VALUE} for any time; never before the present
     *     start
     */
    public static long[] latestStarts(Schedule now, Set<Long> pinned, boolean withinSlack) {
        var present = Placement.of(now.network);
        var placement = Placement.of(now.network.with(fixed(now, pinned, withinSlack)));
        long finish = present.projectFinish();
        placement.endAt(withinSlack ? finish : finish + FAR);
        var latest = new long[placement.steps()];
        for (int step = latest.length - 1; step >= 0; step--) {
            placement.passLate(step);
            long late = placement.lateStart(step);
            latest[step] = late > finish + FAR / 2 ? Long.MAX_VALUE : Math.max(late, present.start(step));
        }
        return latest;
    }

    private static ArrayList<TaskDraft> fixed(Schedule now, Set<Long> pinned, boolean withinSlack) {
        var tasks = now.network.tasks;
        var changed = new ArrayList<TaskDraft>();
        for (int i = 0; i < tasks.size; i++) {
            boolean pin = !now.network.tree.isSummary(i)
                    && tasks.progress[i] == null
                    && (tasks.manualStart[i] != Seconds.NONE || pinned.contains(tasks.id[i]));
            if (pin || !withinSlack && tasks.deadline[i] != Seconds.NONE) {
                var draft = tasks.draft(i, now.network.frame.hours());
                if (pin) {
                    draft.manualStart = null;
                    draft.manualFinish = null;
                    draft.constraint(ConstraintType.MSO, Seconds.local(now.dates.start[i]));
                }
                changed.add(withinSlack ? draft : draft.deadline(null));
            }
        }
        return changed;
    }
}
