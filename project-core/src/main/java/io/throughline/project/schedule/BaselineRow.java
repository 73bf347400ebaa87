package io.throughline.project.schedule;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A baseline in the list of a project.
 *
 * @param name {@code R0}, {@code R1} …; empty until approved
 * @param note what it was set for
 * @param reason why it was refused
 * @param finish latest finish of its tasks, local to the project
 */
public record BaselineRow(
        long id,
        String name,
        BaselineStatus status,
        @Nullable String note,
        Instant takenAt,
        @Nullable String takenBy,
        @Nullable Instant decidedAt,
        @Nullable String decidedBy,
        @Nullable String reason,
        int taskCount,
        @Nullable LocalDateTime start,
        @Nullable LocalDateTime finish) {

    public boolean isWaiting() {
        return status == BaselineStatus.PROPOSED;
    }

    /** How it is named in addresses; a refused one has none. */
    public @Nullable String word() {
        return switch (status) {
            case APPROVED -> name.toLowerCase(Locale.ROOT);
            case PROPOSED -> "proposal";
            case REJECTED -> null;
        };
    }
}
