package io.throughline.project.schedule;

import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a change of a plan moved.
 *
 * @param finishBefore the plan's finish before the change, equal to {@code finishAfter} where nothing was there
 */
record PlanMoves(List<Moved> tasks, LocalDateTime finishBefore, LocalDateTime finishAfter) {

    /**
     * One task that moved, as it is stored now.
     *
     * @param from where it lay, null where it never did; as is {@code to} for its finish
     */
    record Moved(
            long id,
            int version,
            TaskKind kind,
            boolean summary,
            boolean shared,
            @Nullable LocalDateTime from,
            @Nullable LocalDateTime to,
            LocalDateTime start,
            LocalDateTime finish) {}
}
