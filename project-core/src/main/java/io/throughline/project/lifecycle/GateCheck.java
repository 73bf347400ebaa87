package io.throughline.project.lifecycle;

import java.util.List;

/**
 * Answers, from a feature's own records, which exit criteria of a phase are met. Registering a check is adding a bean.
 *
 * <p>What the checks need to know is asked in one statement, however many checks there are.
 */
public interface GateCheck {

    /**
     * A select of exactly one row about the project {@code :project}. Its columns are numbers or truth values, named
     * unlike those of the other checks.
     */
    String facts();

    /**
     * The criteria this feature answers for the gate that leaves the phase; empty when it has none.
     *
     * @param facts the columns of all checks
     * @param phase one of {@link Phase#gated()}
     */
    List<CriterionState> check(GateFacts facts, Phase phase);
}
