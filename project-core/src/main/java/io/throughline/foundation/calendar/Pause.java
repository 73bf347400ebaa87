package io.throughline.foundation.calendar;

import io.throughline.foundation.model.RuleViolation;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A stretch in which a clock stands still, half-open.
 *
 * @param to its end, or null while it lasts
 */
public record Pause(Instant from, @Nullable Instant to) {

    public Pause {
        if (to != null && to.isBefore(from)) {
            throw new RuleViolation("foundation.calendar.pause", from, to);
        }
    }
}
