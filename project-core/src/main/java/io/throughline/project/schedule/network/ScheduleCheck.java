package io.throughline.project.schedule.network;

import java.util.ArrayList;
import java.util.List;

/**
 * Looks at finished dates and says what they break: knows the rules, not how schedules are made, so that whoever makes
 * one can be judged.
 *
 * <pre>
 *   a task is as long as its duration on its calendar             between(start, finish) = duration + gaps
 *   every link holds in working time of the successor             between(date of predecessor + lag, date of successor) ≥ 0
 *   hard constraints hold, nothing moves what is set or has begun
 * </pre>
 *
 * Where the network itself makes a hard constraint win over a link (rule 2) or an actual start over logic (rule 3), that
 * is no violation.
 */
public final class ScheduleCheck {

    /** @param other the predecessor where a link is broken, else the task itself */
    public record Violation(Kind kind, long task, long other) {}

    public enum Kind {
        DURATION,
        LINK,
        CONSTRAINT,
        PROJECT_START
    }

    private final Network network;
    private final TaskTable tasks;
    private final TaskClock clock;
    private final Dates dates;
    private final List<Violation> found = new ArrayList<>();

    private ScheduleCheck(Schedule schedule) {
        this.network = schedule.network;
        this.tasks = network.tasks;
        this.clock = schedule.clock;
        this.dates = schedule.dates;
    }

    /** Of the planned dates of all leaves; empty when all is well. */
    public static List<Violation> violations(Schedule schedule) {
        var check = new ScheduleCheck(schedule);
        for (int i = 0; i < check.tasks.size; i++) {
            if (!check.network.tree.isSummary(i)) {
                check.task(i);
            }
        }
        return List.copyOf(check.found);
    }

    private void task(int i) {
        if (tasks.progress[i] != null || tasks.manualStart[i] != Seconds.NONE) {
            return;
        }
        if (clock.between(i, clock.finish(i, dates.start[i]), dates.finish[i]) != 0) {
            found.add(new Violation(Kind.DURATION, tasks.id[i], tasks.id[i]));
        }
        if (isSet(i)) {
            if (!isMet(i)) {
                found.add(new Violation(Kind.CONSTRAINT, tasks.id[i], tasks.id[i]));
            }
            return;
        }
        for (int at = i; at != Hierarchy.TOP; at = network.tree.parent[at]) {
            for (int k = network.links.in[at]; k < network.links.in[at + 1]; k++) {
                link(k, i);
            }
        }
        if (!isMet(i)) {
            found.add(new Violation(Kind.CONSTRAINT, tasks.id[i], tasks.id[i]));
        }
        boolean free =
                switch (tasks.constraint[i]) {
                    case SNET, FNET -> true;
                    default -> false;
                };
        if (!free && network.frame.isFromStart() && dates.start[i] < dates.projectStart) {
            found.add(new Violation(Kind.PROJECT_START, tasks.id[i], tasks.id[i]));
        }
    }

    /** Whether a hard constraint decides, whatever the links say. */
    private boolean isSet(int i) {
        return network.frame.honorsConstraints()
                && switch (tasks.constraint[i]) {
                    case MSO, MFO, SNLT, FNLT -> true;
                    default -> false;
                };
    }

    private boolean isMet(int i) {
        long date = tasks.constraintDate[i];
        boolean honors = network.frame.honorsConstraints();
        return switch (tasks.constraint[i]) {
            case ASAP, ALAP -> true;
            case SNET -> clock.between(i, date, dates.start[i]) >= 0;
            case FNET -> clock.between(i, date, dates.finish[i]) >= 0;
            case SNLT -> !honors || clock.between(i, dates.start[i], date) >= 0;
            case FNLT -> !honors || clock.between(i, dates.finish[i], date) >= 0;
            case MSO -> !honors || clock.between(i, dates.start[i], date) == 0;
            case MFO -> !honors || clock.between(i, dates.finish[i], date) == 0;
        };
    }

    /** Link {@code k}, into the task or a summary above it. */
    private void link(int k, int i) {
        int from = network.links.predecessor[k];
        long length = network.tree.isSummary(from)
                ? clock.between(from, dates.start[from], dates.finish[from])
                : tasks.duration[from];
        boolean broken =
                switch (network.links.type(k)) {
                    case FINISH_TO_START -> isBefore(i, dates.start[i], clock.lagged(k, dates.finish[from], length));
                    case START_TO_START -> isBefore(i, dates.start[i], clock.lagged(k, dates.start[from], length));
                    case FINISH_TO_FINISH -> isBefore(i, dates.finish[i], clock.lagged(k, dates.finish[from], length));
                    case START_TO_FINISH -> isBefore(i, dates.finish[i], clock.lagged(k, dates.start[from], length));
                };
        if (broken) {
            found.add(new Violation(Kind.LINK, tasks.id[i], tasks.id[from]));
        }
    }

    private boolean isBefore(int i, long date, long bound) {
        return date < bound && clock.between(i, date, bound) > 0;
    }
}
