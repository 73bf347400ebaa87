package io.throughline.aftersales.assignment;

import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Takes no tickets from the rules for a while.
 *
 * @param until null until taken back
 */
public record PauseTickets(
        @Nullable Instant until, @Nullable @Size(max = 200) String reason) {}
