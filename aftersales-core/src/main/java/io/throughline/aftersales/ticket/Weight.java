package io.throughline.aftersales.ticket;

import org.jspecify.annotations.Nullable;

/** How much a ticket presses: by the priority given, or else by impact and urgency, each medium where not said. */
public record Weight(
        @Nullable Priority priority,
        @Nullable Level impact,
        @Nullable Level urgency) {

    Priority rank() {
        return priority != null ? priority : Priority.of(orMedium(impact), orMedium(urgency));
    }

    private static Level orMedium(@Nullable Level level) {
        return level == null ? Level.MEDIUM : level;
    }
}
