package io.throughline.aftersales.automation;

import io.throughline.foundation.model.RuleViolation;
import org.jspecify.annotations.Nullable;

/**
 * When a rule acts, on what, and how.
 *
 * @param waitMinutes how long the waiting lasts, on the wall clock; null where the occasion is an event
 */
public record RuleTerms(Occasion occasion, @Nullable Integer waitMinutes, Conditions when, Actions then) {

    private static final int LEAST = 5;
    private static final int MOST = 400 * 24 * 60;

    /** Throws {@link RuleViolation} at {@code waitMinutes} where the occasion asks for a time and there is none that makes sense. */
    public RuleTerms {
        if (!occasion.isTimed()) {
            waitMinutes = null;
        } else if (waitMinutes == null || waitMinutes < LEAST || waitMinutes > MOST) {
            throw new RuleViolation("aftersales.automation.howLong", LEAST).at("waitMinutes");
        }
    }
}
