package io.throughline.project.schedule.leveling;

import io.throughline.project.schedule.network.Network;
import io.throughline.project.schedule.network.Placement;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

/**
 * The last step with plans from their finish. Leveling has put every task as late as people allow; a task as soon as
 * possible that it did not have to move goes back up to where links and people let it begin, by an ordinary delay. Its
 * late place stays free for it meanwhile, so it finds a place there at the latest, and no late date changes.
 *
 * <p><b>Example.</b> Finish Friday, A and B one day each by Li Wei, both as soon as possible. From behind: B Friday, A
 * Thursday by a negative delay, so the project starts on Thursday. B would begin there too; A is in its way, so it gets a
 * day's delay and stays on Friday.
 */
final class Settling {

    private static final int MINUTE = 60;

    private final Problem problem;
    private final Placement placement;
    private final Need[][] needs;
    private final Axes axes;
    private final Map<Long, Long> delays = new HashMap<>();

    /** @param network with the delays found from behind */
    Settling(Problem problem, Network network) {
        this.problem = problem;
        this.placement = Placement.settled(network);
        this.needs = Problem.needs(problem.plan, placement);
        this.axes = new Axes(problem.plan, needs, placement);
    }

    /** Minutes by the clock before the start, by task id. */
    Map<Long, Long> delays() {
        for (int step = 0; step < needs.length; step++) {
            boolean floats = placement.canMove(step);
            book(
                    step,
                    floats ? placement.lateStart(step) : placement.start(step),
                    floats ? placement.lateFinish(step) : placement.finish(step));
        }
        for (int step = 0; step < needs.length; step++) {
            if (placement.canMove(step)) {
                settle(step);
            } else {
                placement.pass(step);
            }
        }
        return delays;
    }

    private void settle(int step) {
        for (var need : needs[step]) {
            long start = placement.lateStart(step);
            axes.free(need, start, until(step, need, start, placement.lateFinish(step)));
        }
        long id = placement.id(step);
        long first = placement.earliest(step);
        long minutes = problem.plan.priority(id) >= LevelingPlan.NEVER_MOVE
                ? (problem.before.startOf(id).toEpochSecond(ZoneOffset.UTC) - first) / MINUTE
                : free(step, first);
        long start = minutes > 0 ? placement.delayed(step, first, minutes) : first;
        if (minutes > 0) {
            delays.put(id, placement.delay(step) + minutes);
        }
        placement.put(step, start);
        book(step, start, placement.finish(step));
    }

    private long free(int step, long first) {
        long latest = placement.lateStart(step);
        long minutes = 0;
        for (long start = first; start < latest; start = placement.delayed(step, first, minutes)) {
            long clash = clashEnd(step, start);
            if (clash == Axes.FREE) {
                return minutes;
            }
            minutes = Math.max(minutes + 1, -Math.floorDiv(first - clash, (long) MINUTE));
        }
        return Math.max(0, (latest - first) / MINUTE);
    }

    private long clashEnd(int step, long start) {
        for (var need : needs[step]) {
            if (problem.fits(need)) {
                long end = axes.clashEnd(need, start, Occupied.until(need, start, Long.MAX_VALUE));
                if (end != Axes.FREE) {
                    return end;
                }
            }
        }
        return Axes.FREE;
    }

    private void book(int step, long start, long finish) {
        for (var need : needs[step]) {
            axes.book(need, start, until(step, need, start, finish));
        }
    }

    private long until(int step, Need need, long start, long finish) {
        return problem.network.hasBegun(placement.id(step)) ? finish : Occupied.until(need, start, finish);
    }
}
