package io.throughline.project.leveling;

import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where tasks would lie so that nobody has too much to do; times are local date-times of the projects.
 *
 * @param proposal its id
 * @param finishBefore of all the plans as they are, {@code finishAfter} with the proposal
 * @param startBefore of all the plans as they are, {@code startAfter} with the proposal: another one only for a plan
 *     scheduled from its finish, whose finish stays; null in proposals that were stored before they were told
 * @param makespanBeforeMinutes working minutes of the first project's calendar from the first start to the last finish
 * @param schedules how many were tried
 * @param plans in the order asked for, the one it was asked of first
 * @param tasks that would move, summaries left out
 * @param overloadsBefore in the plans as they are
 * @param overloadsAfter what no move can cure without breaking links, constraints, fixed tasks or the slack allowed
 * @param load of everybody who has too much to do before or after
 */
public record LevelingProposal(
        long proposal,
        LevelingMode mode,
        long seed,
        boolean withinSlack,
        long schedules,
        LocalDateTime finishBefore,
        LocalDateTime finishAfter,
        @Nullable LocalDateTime startBefore,
        @Nullable LocalDateTime startAfter,
        long makespanBeforeMinutes,
        long makespanAfterMinutes,
        List<Plan> plans,
        List<Move> tasks,
        List<Clash> overloadsBefore,
        List<Clash> overloadsAfter,
        List<Load> load) {

    /** @param revision of the plan it was found for */
    public record Plan(String project, long revision, LocalDateTime finishBefore, LocalDateTime finishAfter) {}

    /** @param delayMinutes by the clock, behind what links and calendars allow, negative before it; 0 where the task only follows another */
    public record Move(
            String project,
            int no,
            String name,
            LocalDateTime startBefore,
            LocalDateTime finishBefore,
            LocalDateTime startAfter,
            LocalDateTime finishAfter,
            long delayMinutes) {}

    /**
     * From when to when, nights and other closed hours between included.
     *
     * @param minutes in which more is needed than there is
     * @param units the most that is needed at a time, in ten-thousandths of a full resource
     * @param capacity in ten-thousandths
     * @param tasks that need it meanwhile
     */
    public record Clash(
            long resource,
            String name,
            LocalDateTime from,
            LocalDateTime to,
            int units,
            int capacity,
            long minutes,
            List<TaskRef> tasks) {

        /** Of all there is, rounded up: what is more than all of it is never told as 100. */
        public int percent() {
            return capacity == 0 ? 0 : (int) ((100L * units + capacity - 1) / capacity);
        }
    }

    public record TaskRef(String project, int no) {}

    /** @param overloadedBeforeMinutes by the clock, while more is needed than there is */
    public record Load(
            long resource,
            String name,
            int peakBeforePercent,
            int peakAfterPercent,
            long overloadedBeforeMinutes,
            long overloadedAfterMinutes) {}

    public LevelingProposal {
        plans = List.copyOf(plans);
        tasks = List.copyOf(tasks);
        overloadsBefore = List.copyOf(overloadsBefore);
        overloadsAfter = List.copyOf(overloadsAfter);
        load = List.copyOf(load);
    }
}
