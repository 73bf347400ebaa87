package io.throughline.aftersales.sla;

import io.throughline.aftersales.ticket.Priority;
import io.throughline.aftersales.ticket.TicketKind;
import io.throughline.foundation.customer.CustomerTier;
import org.jspecify.annotations.Nullable;

/**
 * What of a ticket decides which policy it gets.
 *
 * @param customer null where the sender is unknown
 * @param tier of that customer
 * @param calendar id of that customer's calendar, where it has one
 */
public record TicketTraits(
        TicketKind kind,
        boolean complaint,
        Priority priority,
        @Nullable Long customer,
        @Nullable CustomerTier tier,
        @Nullable Long calendar) {}
