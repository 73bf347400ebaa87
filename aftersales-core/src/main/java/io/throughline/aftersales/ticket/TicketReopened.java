package io.throughline.aftersales.ticket;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Somebody objected after the resolution. */
public record TicketReopened(
        TicketId id,
        String number,
        boolean byCustomer,
        @Nullable Long assigneeId,
        Instant at) {}
