package io.throughline.aftersales.ticket;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A ticket changed hands; a null means nobody, or no team. */
public record TicketAssigned(
        TicketId id,
        String number,
        @Nullable Long fromTeam,
        @Nullable Long toTeam,
        @Nullable Long fromUser,
        @Nullable Long toUser,
        Instant at) {}
