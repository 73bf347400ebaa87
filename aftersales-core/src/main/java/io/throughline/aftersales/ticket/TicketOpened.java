package io.throughline.aftersales.ticket;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A ticket exists; the customer is unknown where the sender was. */
public record TicketOpened(
        TicketId id,
        String number,
        TicketKind kind,
        @Nullable Long customerId,
        @Nullable Long teamId,
        boolean byCustomer,
        Instant at) {}
