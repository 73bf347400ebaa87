package io.throughline.aftersales.ticket;

import io.throughline.foundation.people.Viewer;
import java.time.Clock;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** What a customer's answer does to a ticket, by whichever way it comes (service rule 16). */
@Component
@RequiredArgsConstructor
class CustomerWords {

    private final TicketRepository tickets;
    private final MessageRepository messages;
    private final MessageFacts facts;
    private final TicketBirth birth;
    private final TicketCourse course;
    private final TicketRules rules;
    private final Clock clock;

    /** To a closed ticket, or to one resolved too long ago, it opens a linked follow-up; the result says where it went. */
    OpenedTicket add(Viewer viewer, Ticket ticket, String body, Channel channel) {
        var now = clock.instant();
        if (ticket.getCategory() == StatusCategory.RESOLVED && !ticket.mayReopen(now, rules.reopenWindow())) {
            course.apply(ticket, Viewer.system("reopen window"), TicketStatus.CLOSED);
            tickets.saveAndFlush(ticket);
        }
        if (ticket.getCategory() == StatusCategory.CLOSED) {
            return birth.followUp(viewer, ticket, body, channel);
        }
        var message = messages.saveAndFlush(
                Message.written(ticket.ticketId(), Visibility.PUBLIC, channel, viewer, body, now));
        facts.add(message);
        ticket.answered(message);
        if (ticket.getCategory() == StatusCategory.RESOLVED
                || ticket.getStatus().equals(TicketStatus.WAITING_CUSTOMER)) {
            course.apply(ticket, viewer, TicketStatus.IN_PROGRESS);
        }
        tickets.saveAndFlush(ticket);
        return new OpenedTicket(ticket.ticketId(), ticket.getNumber(), message.messageId(), false);
    }
}
