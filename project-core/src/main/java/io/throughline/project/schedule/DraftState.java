package io.throughline.project.schedule;

/** What became of a what-if draft. */
public enum DraftState {
    OPEN,
    MERGED,
    DISCARDED
}
