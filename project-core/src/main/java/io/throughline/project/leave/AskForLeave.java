package io.throughline.project.leave;

import io.throughline.project.resource.Leave;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Asks for days off.
 *
 * @param lastDay included; null for the first day alone
 * @param fromNoon whether the morning of the first day is worked; null for no
 * @param untilNoon whether the afternoon of the last day is worked; null for no
 */
public record AskForLeave(
        @NotNull LeaveKind kind,
        @NotNull LocalDate firstDay,
        @Nullable LocalDate lastDay,
        @Nullable Boolean fromNoon,
        @Nullable Boolean untilNoon,
        @Nullable @Size(max = 500) String note) {

    /** The days alone: why somebody is away is nobody's business who only plans. */
    Leave days() {
        return new Leave(firstDay, lastDay == null ? firstDay : lastDay, null, fromNoon, untilNoon);
    }
}
