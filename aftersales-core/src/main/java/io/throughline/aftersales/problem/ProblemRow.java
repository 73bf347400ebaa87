package io.throughline.aftersales.problem;

import io.throughline.aftersales.diagnosis.FaultCause;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A line of the list of problems.
 *
 * @param knownError whether cause and workaround are known and it is not resolved
 * @param tickets how many are tied to it
 * @param plannedFor when the fix is expected
 */
public record ProblemRow(
        long id,
        String number,
        String title,
        ProblemState state,
        boolean knownError,
        @Nullable FaultCause cause,
        @Nullable String project,
        @Nullable String deliverable,
        @Nullable String owner,
        long tickets,
        @Nullable LocalDate plannedFor,
        Instant openedAt) {}
