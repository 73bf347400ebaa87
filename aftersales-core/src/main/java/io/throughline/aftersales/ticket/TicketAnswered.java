package io.throughline.aftersales.ticket;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message was added to the conversation, by the customer or by us.
 *
 * @param automatic whether a machine wrote it, whoever's
 */
public record TicketAnswered(
        TicketId id,
        String number,
        MessageId message,
        Visibility visibility,
        boolean byCustomer,
        boolean automatic,
        @Nullable Long assigneeId,
        @Nullable Long teamId,
        Instant at,
        Mailing mailing) {

    static TicketAnswered of(Ticket ticket, Message message, Mailing mailing) {
        return new TicketAnswered(
                ticket.ticketId(),
                ticket.getNumber(),
                message.messageId(),
                message.getVisibility(),
                message.isFromCustomer(),
                message.isAutomatic(),
                ticket.getAssigneeId(),
                ticket.getTeamId(),
                message.getAt(),
                mailing);
    }
}
