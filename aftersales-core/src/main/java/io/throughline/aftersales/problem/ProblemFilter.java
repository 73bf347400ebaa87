package io.throughline.aftersales.problem;

import io.throughline.aftersales.diagnosis.FaultCause;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which problems; what is null or empty does not filter.
 *
 * @param states any of them
 * @param open those not yet resolved, or resolved and closed
 * @param knownError those not yet resolved for which cause and workaround are known, or the others
 * @param mine those the viewer looks into
 */
public record ProblemFilter(
        Set<ProblemState> states,
        @Nullable Boolean open,
        @Nullable FaultCause cause,
        @Nullable Boolean knownError,
        boolean mine) {

    public static final ProblemFilter ALL = new ProblemFilter(Set.of(), null, null, null, false);

    public ProblemFilter {
        states = Set.copyOf(states);
    }
}
