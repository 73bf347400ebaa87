package io.throughline.project.schedule.network;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds the {@link Conflict}s of a schedule by its planned dates: what negative slack only hints at, with its cause.
 *
 * <p>Example: A 5 days, B after it must start on A's third day. B's link is broken by 3 days; A's slack is −3 days.
 */
public final class Conflicts {

    private final Network network;
    private final TaskTable tasks;
    private final TaskClock clock;
    private final Dates dates;
    private final List<Conflict> found = new ArrayList<>();

    private Conflicts(Schedule schedule) {
        this.network = schedule.network;
        this.tasks = network.tasks;
        this.clock = schedule.clock;
        this.dates = schedule.dates;
    }

    /** In the order of tasks, for each the broken links first. */
    public static List<Conflict> of(Schedule schedule) {
        var conflicts = new Conflicts(schedule);
        for (int i = 0; i < conflicts.tasks.size; i++) {
            if (!conflicts.tasks.inactive[i]) {
                conflicts.add(i);
            }
        }
        return List.copyOf(conflicts.found);
    }

    private void add(int i) {
        boolean leaf = !network.tree.isSummary(i);
        if (leaf && !isDone(i)) {
            links(i);
            constraint(i);
        }
        deadline(i);
        if (leaf && network.frame.isFromStart()) {
            report(Conflict.Kind.BEFORE_PROJECT_START, i, clock.between(i, dates.start[i], dates.projectStart));
        }
        int above = network.tree.parent[i];
        if (above != Hierarchy.TOP && tasks.manualStart[above] != Seconds.NONE) {
            long early = clock.between(i, dates.start[i], dates.start[above]);
            long late = clock.between(i, dates.finish[above], dates.finish[i]);
            report(Conflict.Kind.OUTSIDE_MANUAL_SUMMARY, i, Math.max(early, late));
        }
    }

    private boolean isDone(int i) {
        var progress = tasks.progress[i];
        return progress != null && progress.isFinished();
    }

    private void links(int i) {
        Conflict.Kind kind;
        if (tasks.manualStart[i] != Seconds.NONE) {
            kind = Conflict.Kind.MANUAL_BREAKS_LINK;
        } else if (tasks.progress[i] != null) {
            kind = Conflict.Kind.BEGUN_BEFORE_LINK;
        } else if (tasks.constraint[i].needsDate()) {
            kind = Conflict.Kind.CONSTRAINT_BREAKS_LINK;
        } else {
            return;
        }
        for (int at = i; at != Hierarchy.TOP; at = network.tree.parent[at]) {
            for (int k = network.links.in[at]; k < network.links.in[at + 1]; k++) {
                long seconds = missing(k, i);
                if (seconds > 0) {
                    found.add(new Conflict(kind, tasks.id[i], network.links.link(k, tasks.id), minutes(seconds)));
                }
            }
        }
    }

    /** How much later the task would have to lie for link {@code k}, into it or a summary above. */
    private long missing(int k, int i) {
        int from = network.links.predecessor[k];
        long length = network.tree.isSummary(from)
                ? clock.between(from, dates.start[from], dates.finish[from])
                : tasks.duration[from];
        boolean begun = tasks.progress[i] != null;
        return switch (network.links.type(k)) {
            case FINISH_TO_START -> clock.between(i, dates.start[i], clock.lagged(k, dates.finish[from], length));
            case START_TO_START -> clock.between(i, dates.start[i], clock.lagged(k, dates.start[from], length));
            case FINISH_TO_FINISH ->
                begun ? 0 : clock.between(i, dates.finish[i], clock.lagged(k, dates.finish[from], length));
            case START_TO_FINISH ->
                begun ? 0 : clock.between(i, dates.finish[i], clock.lagged(k, dates.start[from], length));
        };
    }

    private void constraint(int i) {
        if (tasks.manualStart[i] != Seconds.NONE || tasks.progress[i] != null) {
            return;
        }
        long date = tasks.constraintDate[i];
        long late =
                switch (tasks.constraint[i]) {
                    case SNLT, MSO -> clock.between(i, date, dates.start[i]);
                    case FNLT, MFO -> clock.between(i, date, dates.finish[i]);
                    case ASAP, ALAP, SNET, FNET -> 0;
                };
        report(Conflict.Kind.LINKS_BREAK_CONSTRAINT, i, late);
    }

    private void deadline(int i) {
        if (tasks.deadline[i] != Seconds.NONE) {
            report(Conflict.Kind.DEADLINE_MISSED, i, clock.between(i, tasks.deadline[i], dates.finish[i]));
        }
    }

    private void report(Conflict.Kind kind, int i, long seconds) {
        if (seconds > 0) {
            found.add(new Conflict(kind, tasks.id[i], null, minutes(seconds)));
        }
    }

    private static long minutes(long seconds) {
        return (seconds + Seconds.MINUTE - 1) / Seconds.MINUTE;
    }
}
