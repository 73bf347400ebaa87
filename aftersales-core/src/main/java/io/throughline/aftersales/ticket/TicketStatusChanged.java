package io.throughline.aftersales.ticket;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One step of a ticket's course; the first has no {@code from}. Clocks are derived from these alone. */
public record TicketStatusChanged(
        TicketId id,
        String number,
        @Nullable String from,
        @Nullable StatusCategory fromCategory,
        String to,
        StatusCategory toCategory,
        Instant at,
        @Nullable Long byUserId,
        @Nullable Long byContactId,
        String byName,
        @Nullable String reason) {}
