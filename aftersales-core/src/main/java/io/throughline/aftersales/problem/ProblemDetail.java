package io.throughline.aftersales.problem;

import io.throughline.aftersales.diagnosis.FaultCause;
import io.throughline.aftersales.diagnosis.FixBy;
import io.throughline.foundation.model.SubjectRef;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A problem with all that is known of it.
 *
 * @param knownError whether cause and workaround are known and it is not resolved
 * @param project key of the project the deliverable is of
 * @param opensProject whether the viewer may see the project itself
 * @param article number of the article that tells what is known
 * @param tickets how many are tied to it, seen by the viewer or not
 */
public record ProblemDetail(
        ProblemId id,
        int version,
        String number,
        String title,
        String description,
        ProblemState state,
        boolean knownError,
        @Nullable FaultCause cause,
        @Nullable Long deliverableId,
        @Nullable String project,
        @Nullable Integer deliverableNumber,
        @Nullable String deliverable,
        boolean opensProject,
        @Nullable Long ownerId,
        @Nullable String owner,
        @Nullable String rootCause,
        @Nullable String workaround,
        @Nullable FixBy fixBy,
        @Nullable String fixReference,
        @Nullable String plan,
        @Nullable LocalDate plannedFor,
        @Nullable String resolution,
        @Nullable String article,
        long tickets,
        Instant openedAt,
        @Nullable Instant knownErrorAt,
        @Nullable Instant resolvedAt,
        @Nullable Instant closedAt) {

    public SubjectRef subject() {
        return ProblemSubject.of(id);
    }

    public boolean isClosed() {
        return state == ProblemState.CLOSED;
    }
}
