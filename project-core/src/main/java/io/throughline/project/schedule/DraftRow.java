package io.throughline.project.schedule;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A what-if draft in the list of its project.
 *
 * @param changes how many tasks, links and assignments it changes
 * @param decidedBy who merged or discarded it
 * @param jobId the leveling started last
 */
public record DraftRow(
        int number,
        String name,
        @Nullable String note,
        DraftState state,
        int changes,
        Instant createdAt,
        @Nullable String createdBy,
        @Nullable Instant decidedAt,
        @Nullable String decidedBy,
        @Nullable Long jobId,
        int version) {

    public boolean isOpen() {
        return state == DraftState.OPEN;
    }
}
