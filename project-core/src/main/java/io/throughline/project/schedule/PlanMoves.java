package io.throughline.project.schedule;

import java.time.LocalDateTime;
import java.util.List;

/**
 * What a change of a plan moved.
 *
 * @param tasks in the order of their numbers, summaries among them
 * @param finishBefore the plan's finish before the change, equal to {@code finishAfter} where nothing was there
 */
record PlanMoves(List<Moved> tasks, LocalDateTime finishBefore, LocalDateTime finishAfter) {

    /** One task's dates now, and those it had. */
    record Moved(StoredPlan.Line before, LocalDateTime start, LocalDateTime finish) {}
}
