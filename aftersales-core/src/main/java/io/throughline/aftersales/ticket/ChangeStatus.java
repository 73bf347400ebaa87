package io.throughline.aftersales.ticket;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Puts a ticket into another status.
 *
 * @param reason needed with {@code ON_HOLD}
 * @param until needed with {@code ON_HOLD}: the day on which the ticket comes back
 * @param version the version the form was filled from; null does not ask
 */
public record ChangeStatus(
        @NotBlank String status,
        @Nullable @Size(max = 500) String reason,
        @Nullable LocalDate until,
        @Nullable Integer version) {

    public static ChangeStatus to(String status) {
        return new ChangeStatus(status, null, null, null);
    }
}
