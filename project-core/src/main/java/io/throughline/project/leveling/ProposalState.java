package io.throughline.project.leveling;

/** What became of a proposal. */
public enum ProposalState {
    OPEN,
    APPLIED,
    UNDONE,
    DISCARDED
}
