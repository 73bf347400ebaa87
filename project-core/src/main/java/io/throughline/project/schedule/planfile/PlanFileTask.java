package io.throughline.project.schedule.planfile;

import io.throughline.project.schedule.network.Effort;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One line of the plan.
 *
 * @param uid the file's own stable number of the task, unique in the file
 * @param row the number a person sees in front of the line (Microsoft Project's ID, or the row of the sheet)
 * @param parentUid the summary above, null at the top
 * @param outlineLevel 1 at the top
 * @param durationMinutes working minutes, or elapsed ones where {@code elapsed}; null when the file has none
 * @param percentComplete 0–100, by duration
 * @param priority 0–1000, 500 is usual
 * @param active false for tasks switched off in the file
 * @param timing what else the file says of when the work is done
 */
public record PlanFileTask(
        int uid,
        int row,
        @Nullable Integer parentUid,
        int outlineLevel,
        @Nullable String wbs,
        String name,
        @Nullable LocalDateTime start,
        @Nullable LocalDateTime finish,
        @Nullable Long durationMinutes,
        boolean elapsed,
        boolean milestone,
        boolean summary,
        boolean manual,
        boolean active,
        double percentComplete,
        @Nullable LocalDateTime actualStart,
        @Nullable LocalDateTime actualFinish,
        @Nullable LocalDateTime baselineStart,
        @Nullable LocalDateTime baselineFinish,
        ConstraintType constraint,
        @Nullable LocalDateTime constraintDate,
        @Nullable LocalDateTime deadline,
        int priority,
        @Nullable String calendarName,
        @Nullable String notes,
        Timing timing) {

    /**
     * Minutes are of the task's duration, working or elapsed as it is.
     *
     * @param remainingMinutes what is left of the duration; null where the file leaves that to the percentage
     * @param resume when interrupted work goes on
     * @param gapMinutes working minutes in which a split task rests; once it has begun, those still to come
     * @param levelingDelayMinutes minutes by the clock that leveling has put before the start; negative ones behind the finish
     * @param effortType which of duration, work and units stays when another changes
     * @param effortDriven whether more people make it shorter
     * @param ignoresResources whether the calendars of its resources do not matter
     * @param estimate null where the file has none
     */
    public record Timing(
            @Nullable Long remainingMinutes,
            @Nullable LocalDateTime resume,
            long gapMinutes,
            long levelingDelayMinutes,
            Effort.Type effortType,
            boolean effortDriven,
            boolean ignoresResources,
            @Nullable Estimate estimate) {

        /** Without an estimate. */
        public Timing(
                @Nullable Long remainingMinutes,
                @Nullable LocalDateTime resume,
                long gapMinutes,
                long levelingDelayMinutes,
                Effort.Type effortType,
                boolean effortDriven,
                boolean ignoresResources) {
            this(
                    remainingMinutes,
                    resume,
                    gapMinutes,
                    levelingDelayMinutes,
                    effortType,
                    effortDriven,
                    ignoresResources,
                    null);
        }

        /** The same with how long it may take. */
        public Timing estimated(@Nullable Estimate points) {
            return new Timing(
                    remainingMinutes,
                    resume,
                    gapMinutes,
                    levelingDelayMinutes,
                    effortType,
                    effortDriven,
                    ignoresResources,
                    points);
        }

        public static final Timing PLAIN = new Timing(null, null, 0, 0, Effort.Type.FIXED_UNITS, false, false);

        /** Whether it is done in its own hours, whoever works on it. */
        public boolean ownHours() {
            return ignoresResources || effortType == Effort.Type.FIXED_DURATION;
        }
    }

    /** How long a task may take: three points in order, minutes of its duration. */
    public record Estimate(long optimistic, long likely, long pessimistic) {}

    /** The constraints of scheduling practice, by their usual short names. */
    public enum ConstraintType {
        /** As soon as possible. */
        ASAP,
        /** As late as possible. */
        ALAP,
        /** Start no earlier than. */
        SNET,
        /** Start no later than. */
        SNLT,
        /** Finish no earlier than. */
        FNET,
        /** Finish no later than. */
        FNLT,
        /** Must start on. */
        MSO,
        /** Must finish on. */
        MFO
    }
}
