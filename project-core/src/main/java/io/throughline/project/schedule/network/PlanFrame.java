package io.throughline.project.schedule.network;

import io.throughline.foundation.calendar.LocalHours;
import java.time.LocalDateTime;

/**
 * What holds for a whole plan. Times are local date-times in the project's zone.
 *
 * @param direction from where dates are counted
 * @param anchor the project start, or the project finish when scheduled from there
 * @param hours the project's calendar
 * @param honorsConstraints whether hard constraints (SNLT, FNLT, MSO, MFO) win over links, as Microsoft Project does
 *     unless told otherwise; if not, links win and the constraint counts as violated
 * @param alap how far "as late as possible" goes
 * @param criticalSlack working minutes; a task with no more total slack than this is critical
 * @param multipleCriticalPaths whether each chain of tasks counts its slack from its own end instead of the project's; in
 *     plans from their start
 */
public record PlanFrame(
        Direction direction,
        LocalDateTime anchor,
        LocalHours hours,
        boolean honorsConstraints,
        Alap alap,
        long criticalSlack,
        boolean multipleCriticalPaths) {

    public enum Direction {
        FROM_START,
        FROM_FINISH
    }

    /** The two readings of "as late as possible" in a plan scheduled from its start. */
    public enum Alap {
        /** As late as no successor moves. */
        FREE_SLACK,
        /** As late as the project's finish does not move; successors give way. Microsoft Project. */
        TOTAL_SLACK
    }

    /** With slack counted from the project's end. */
    public PlanFrame(
            Direction direction,
            LocalDateTime anchor,
            LocalHours hours,
            boolean honorsConstraints,
            Alap alap,
            long criticalSlack) {
        this(direction, anchor, hours, honorsConstraints, alap, criticalSlack, false);
    }

    /** A plan scheduled from its start with the usual choices. */
    public static PlanFrame startingAt(LocalDateTime start, LocalHours hours) {
        return new PlanFrame(Direction.FROM_START, start, hours, true, Alap.FREE_SLACK, 0);
    }

    /** A plan scheduled back from its finish with the usual choices. */
    public static PlanFrame finishingAt(LocalDateTime finish, LocalHours hours) {
        return new PlanFrame(Direction.FROM_FINISH, finish, hours, true, Alap.FREE_SLACK, 0);
    }

    public PlanFrame honoringConstraints(boolean honors) {
        return new PlanFrame(direction, anchor, hours, honors, alap, criticalSlack, multipleCriticalPaths);
    }

    public PlanFrame withAlap(Alap reading) {
        return new PlanFrame(
                direction, anchor, hours, honorsConstraints, reading, criticalSlack, multipleCriticalPaths);
    }

    public PlanFrame withCriticalSlack(long minutes) {
        return new PlanFrame(direction, anchor, hours, honorsConstraints, alap, minutes, multipleCriticalPaths);
    }

    public PlanFrame withMultipleCriticalPaths(boolean several) {
        return new PlanFrame(direction, anchor, hours, honorsConstraints, alap, criticalSlack, several);
    }

    boolean isFromStart() {
        return direction == Direction.FROM_START;
    }
}
