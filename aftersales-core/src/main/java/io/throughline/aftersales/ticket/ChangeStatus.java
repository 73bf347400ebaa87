package io.throughline.aftersales.ticket;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Puts a ticket into another status.
 *
 * @param reason needed with {@code ON_HOLD}
 * @param until needed with {@code ON_HOLD}: when the ticket comes back
 * @param version the version the form was filled from; null does not ask
 */
public record ChangeStatus(
        @NotBlank String status,
        @Nullable @Size(max = 500) String reason,
        @Nullable Instant until,
        @Nullable Integer version) {

    /** The same until another time; null leaves the one there is. */
    public ChangeStatus until(@Nullable Instant other) {
        return other == null ? this : new ChangeStatus(status, reason, other, version);
    }

    public static ChangeStatus to(String status) {
        return new ChangeStatus(status, null, null, null);
    }
}
