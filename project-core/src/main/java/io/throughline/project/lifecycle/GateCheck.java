package io.throughline.project.lifecycle;

import java.util.List;

/** Answers, from a feature's own records, which exit criteria of a phase are met. Registering a check is adding a bean. */
public interface GateCheck {

    /**
     * The criteria this feature answers for the gate that leaves the phase; empty when it has none.
     *
     * @param phase one of {@link Phase#gated()}
     */
    List<CriterionState> check(ProjectId project, Phase phase);
}
