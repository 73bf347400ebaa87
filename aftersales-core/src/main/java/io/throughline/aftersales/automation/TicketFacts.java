package io.throughline.aftersales.automation;

import io.throughline.aftersales.ticket.Channel;
import io.throughline.aftersales.ticket.Priority;
import io.throughline.aftersales.ticket.TicketKind;
import io.throughline.foundation.customer.CustomerTier;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What of a ticket conditions ask for, at some moment.
 *
 * @param customer id; null where the sender is unknown
 * @param text the subject and the message in question
 */
record TicketFacts(
        TicketKind kind,
        boolean complaint,
        Priority priority,
        String status,
        Channel channel,
        @Nullable Long customer,
        @Nullable CustomerTier tier,
        @Nullable Long team,
        @Nullable Long assignee,
        Set<String> tags,
        String text) {}
