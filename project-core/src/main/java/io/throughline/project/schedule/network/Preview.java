package io.throughline.project.schedule.network;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * What a change would move (rule 13), before anybody saves it.
 *
 * @param moved tasks with another planned start or finish, in the network's order
 * @param milestonesMoved how many of them have no duration
 * @param finishBefore the project's finish now, {@code finishAfter} with the change
 */
public record Preview(List<Move> moved, long milestonesMoved, LocalDateTime finishBefore, LocalDateTime finishAfter) {

    /** One task's planned dates now and with the change. */
    public record Move(
            long id,
            boolean milestone,
            LocalDateTime startBefore,
            LocalDateTime finishBefore,
            LocalDateTime startAfter,
            LocalDateTime finishAfter) {}

    public Preview {
        moved = List.copyOf(moved);
    }

    /** By the clock; positive when the project ends later. */
    public Duration finishMovesBy() {
        return Duration.between(finishBefore, finishAfter);
    }

    /** From one schedule to another of the same tasks. */
    public static Preview between(Schedule before, Schedule after) {
        var tasks = after.network.tasks;
        var moved = new ArrayList<Move>();
        long milestones = 0;
        for (int i = 0; i < tasks.size; i++) {
            if (before.dates.start[i] == after.dates.start[i] && before.dates.finish[i] == after.dates.finish[i]) {
                continue;
            }
            boolean milestone = tasks.duration[i] == 0 && !after.network.tree.isSummary(i);
            milestones += milestone ? 1 : 0;
            moved.add(new Move(
                    tasks.id[i],
                    milestone,
                    Seconds.local(before.dates.start[i]),
                    Seconds.local(before.dates.finish[i]),
                    Seconds.local(after.dates.start[i]),
                    Seconds.local(after.dates.finish[i])));
        }
        return new Preview(moved, milestones, before.projectFinish(), after.projectFinish());
    }
}
