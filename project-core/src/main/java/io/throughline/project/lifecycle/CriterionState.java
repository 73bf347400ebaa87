package io.throughline.project.lifecycle;

import java.util.List;

/**
 * One exit criterion as the records have it now.
 *
 * @param key stable within the phase, also the message key of its sentence: {@code project.gate.criterion.<key>}
 * @param met whether it holds
 * @param args numbers and names for the sentence
 * @param mend where it can be put right, below the project's address and beginning with a slash; empty for the overview
 */
public record CriterionState(String key, boolean met, List<Object> args, String mend) {

    public CriterionState {
        args = List.copyOf(args);
    }

    public static CriterionState of(String key, boolean met, String mend, Object... args) {
        return new CriterionState(key, met, List.of(args), mend);
    }
}
