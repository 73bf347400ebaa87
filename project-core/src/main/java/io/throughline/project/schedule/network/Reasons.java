package io.throughline.project.schedule.network;

import io.throughline.project.schedule.ConstraintType;
import io.throughline.project.schedule.network.Driver.Kind;
import io.throughline.project.schedule.network.PlanFrame.Alap;
import java.util.ArrayList;
import java.util.List;

/**
 * Why a task lies where it lies: asks each bound of the {@link ForwardPass} again and names all that lead to the date.
 *
 * <p>Two bounds are tied when the task would start at the same moment by either, so Friday's closing and Monday's opening
 * are. Where a hard constraint holds the task back, it is named with every bound that reaches beyond. Removing all named
 * reasons moves the date; removing a link that is not named never does. Example: B after A (ends Fri 17:00) and not
 * earlier than Mon 08:00 names both.
 */
final class Reasons {

    private final Network network;
    private final TaskTable tasks;
    private final Hierarchy tree;
    private final LinkTable links;
    private final TaskClock clock;
    private final Dates dates;
    /** Those by which what lies early is placed: the planned ones in plans from their finish. */
    private final Dates driving;

    private final ForwardPass forward;

    Reasons(Network network, TaskClock clock, Dates dates) {
        this.network = network;
        this.tasks = network.tasks;
        this.tree = network.tree;
        this.links = network.links;
        this.clock = clock;
        this.dates = dates;
        boolean late = dates.plannedApart() && network.frame.isFromStart() && network.frame.alap() == Alap.TOTAL_SLACK;
        this.driving = dates.planned == null ? dates : dates.planned;
        this.forward = new ForwardPass(network, clock, driving, dates.projectStart, late);
    }

    List<Driver> ofStart(int i) {
        if (tasks.manualStart[i] != Seconds.NONE) {
            return List.of(Driver.of(Kind.MANUAL));
        }
        if (tree.isSummary(i)) {
            return parts(i, dates.start);
        }
        if (tasks.progress[i] != null) {
            return List.of(Driver.of(Kind.ACTUAL));
        }
        return dates.start[i] == driving.earlyStart[i] && !liesLate(i)
                ? early(i)
                : new LateReasons(network, clock, dates).of(i);
    }

    List<Driver> ofFinish(int i) {
        if (tree.isSummary(i) && tasks.manualStart[i] == Seconds.NONE) {
            return parts(i, dates.finish);
        }
        var progress = tasks.progress[i];
        boolean raised = progress != null
                && !progress.isFinished()
                && tasks.constraint[i] == ConstraintType.FNET
                && tasks.constraintDate[i] == dates.finish[i]
                && clock.finish(i, progress) < dates.finish[i];
        return raised ? List.of(Driver.of(Kind.CONSTRAINT)) : ofStart(i);
    }

    private boolean liesLate(int i) {
        return !network.frame.isFromStart() && tasks.settlesLate(i);
    }

    private List<Driver> parts(int i, long[] date) {
        var parts = new ArrayList<Driver>();
        for (int k = tree.first[i]; k < tree.first[i + 1]; k++) {
            if (date[tree.child[k]] == date[i]) {
                parts.add(new Driver(Kind.PART, null, tasks.id[tree.child[k]]));
            }
        }
        return parts;
    }

    private List<Driver> early(int i) {
        long start = driving.earlyStart[i];
        long bound = forward.free(i);
        long reached = placed(i, bound);
        var reasons = new ArrayList<Driver>();
        if (isFixed(i) || reached > start) {
            reasons.add(Driver.of(Kind.CONSTRAINT));
        }
        if (reached < start || isFixed(i) && reached > start) {
            return reasons.isEmpty() ? List.of(Driver.of(Kind.CONSTRAINT)) : reasons;
        }
        addFloors(reasons, i, start);
        for (int at = i; at != Hierarchy.TOP; at = tree.parent[at]) {
            addLinks(reasons, at, i, start);
            if (at != i && tasks.constraint[at] == ConstraintType.SNET && reaches(i, tasks.constraintDate[at], start)) {
                reasons.add(new Driver(Kind.CONSTRAINT, null, tasks.id[at]));
            }
        }
        if (clock.open(i, bound) > bound && !tasks.hours[i].isOpen(bound - 1)) {
            reasons.add(Driver.of(Kind.CALENDAR));
        }
        if (tasks.levelingDelay[i] > 0) {
            reasons.add(Driver.of(Kind.LEVELING));
        }
        return reasons;
    }

    private void addFloors(List<Driver> reasons, int i, long start) {
        boolean own = tasks.constraint[i] == ConstraintType.SNET || tasks.constraint[i] == ConstraintType.FNET;
        if (own && reaches(i, forward.ownFloor(i), start)) {
            reasons.add(Driver.of(Kind.CONSTRAINT));
        }
        if (reaches(i, dates.projectStart, start)) {
            reasons.add(Driver.of(Kind.PROJECT_START));
        }
    }

    private void addLinks(List<Driver> reasons, int into, int i, long start) {
        for (int k = links.in[into]; k < links.in[into + 1]; k++) {
            if (reaches(i, forward.bound(k, i), start)) {
                reasons.add(
                        into == i
                                ? new Driver(Kind.PREDECESSOR, links.link(k, tasks.id), null)
                                : new Driver(Kind.SUMMARY_PREDECESSOR, links.link(k, tasks.id), tasks.id[into]));
            }
        }
    }

    /** Whether this bound alone would lead to the start, or beyond it where a constraint holds the task back. */
    private boolean reaches(int i, long bound, long start) {
        return bound != Seconds.NONE && placed(i, bound) >= start;
    }

    /** Opening and leveling after a bound. */
    private long placed(int i, long bound) {
        long open = clock.open(i, bound);
        return tasks.levelingDelay[i] <= 0 ? open : clock.open(i, open + tasks.levelingDelay[i]);
    }

    private boolean isFixed(int i) {
        return tasks.constraint[i] == ConstraintType.MSO || tasks.constraint[i] == ConstraintType.MFO;
    }
}
