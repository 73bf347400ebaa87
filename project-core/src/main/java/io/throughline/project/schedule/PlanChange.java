package io.throughline.project.schedule;

import java.time.LocalDateTime;

/**
 * What a change of the plan led to. It can be taken back for a day by {@link PlanUndo}.
 *
 * @param id null where there is nothing to take back
 * @param moved other tasks with another planned start or finish; summaries and milestones apart
 * @param milestones other milestones that moved
 * @param commitments how many of these the customer sees
 * @param finishBefore of the whole plan, local to the project
 */
public record PlanChange(
        @org.jspecify.annotations.Nullable Long id,
        int moved,
        int milestones,
        int commitments,
        LocalDateTime finishBefore,
        LocalDateTime finishAfter) {

    public boolean movesOthers() {
        return moved > 0 || milestones > 0;
    }
}
