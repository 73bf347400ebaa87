package io.throughline.web.aftersales.assignment;

import io.throughline.aftersales.assignment.PauseTickets;
import jakarta.validation.constraints.Size;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A pause as typed.
 *
 * @param until in the viewer's zone; null until taken back
 * @param team the team whose page it was typed on
 */
record PauseForm(
        @Nullable LocalDateTime until,
        @Size(max = 200) @Nullable String reason,
        @Nullable Long team) {

    PauseTickets command(ZoneId zone) {
        return new PauseTickets(until == null ? null : until.atZone(zone).toInstant(), reason);
    }
}
