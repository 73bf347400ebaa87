package io.throughline.aftersales.problem;

import org.jspecify.annotations.Nullable;

/**
 * A problem that may be behind a ticket.
 *
 * @param knownError whether cause and workaround are known and it is not resolved
 * @param article number of the article that tells what is known
 */
public record ProblemOffer(
        long id,
        String number,
        String title,
        ProblemState state,
        boolean knownError,
        @Nullable String workaround,
        @Nullable String article) {}
