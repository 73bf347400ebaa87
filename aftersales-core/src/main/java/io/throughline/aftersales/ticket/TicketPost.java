package io.throughline.aftersales.ticket;

import io.throughline.foundation.attachment.Attachments;
import io.throughline.foundation.attachment.Attachments.Kept;
import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Viewer;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What reaches tickets by mail. Whose mail it is and which ticket it belongs to has been decided before; only the system
 * itself may say so.
 */
@Service
@Transactional
@RequiredArgsConstructor
@Allow
public class TicketPost {

    private final TicketRepository tickets;
    private final MessageRepository messages;
    private final MessageFacts facts;
    private final TicketBirth birth;
    private final CustomerWords words;
    private final TicketLinks links;
    private final Attachments attachments;
    private final JdbcClient jdbc;
    private final Clock clock;

    public OpenedTicket open(Viewer system, Viewer author, OpenTicket command) {
        return birth.open(author, command, Channel.MAIL);
    }

    /** As in the portal; what is said to a merged ticket is said to the one it ended in. */
    public OpenedTicket answer(Viewer system, Viewer author, TicketId ticket, String body) {
        return words.add(author, lockFinal(ticket), body, Channel.MAIL);
    }

    /** An internal note that changes nothing but the conversation, on a closed ticket too. */
    public OpenedTicket note(Viewer system, Viewer author, TicketId id, boolean automatic, String body) {
        var ticket = lockFinal(id);
        var message = messages.saveAndFlush(Message.noted(ticket.ticketId(), author, automatic, body, clock.instant()));
        facts.add(message);
        ticket.answered(message);
        tickets.saveAndFlush(ticket);
        return new OpenedTicket(ticket.ticketId(), ticket.getNumber(), message.messageId(), false);
    }

    public void relate(Viewer system, TicketId from, TicketId to) {
        links.add(system, from, to, LinkKind.RELATED);
    }

    /** Hangs a file on a message; one that may not hang on records is left out and the rule said. */
    public Kept attach(Viewer system, MessageId message, String name, String type, byte[] content) {
        var visibility =
                messages.findById(message.value()).map(Message::getVisibility).orElse(Visibility.INTERNAL);
        return attachments.keep(
                system,
                MessageSubject.of(message),
                name,
                type,
                content,
                visibility == Visibility.PUBLIC
                        ? io.throughline.foundation.activity.Visibility.EVERYONE
                        : io.throughline.foundation.activity.Visibility.STAFF);
    }

    /** Whom a message was mailed to, for colleagues to see beside it. */
    public void mailed(Viewer system, MessageId message, List<String> addresses) {
        jdbc.sql("update aftersales.ticket_message set mailed_to = ? where id = ?")
                .params(addresses.toArray(String[]::new), message.value())
                .update();
    }

    private Ticket lockFinal(TicketId id) {
        var ticket = tickets.lockById(id.value()).orElseThrow(() -> new NotFound("ticket", id.value()));
        var passed = new HashSet<Long>();
        while (ticket.getMergedIntoId() != null && passed.add(ticket.getMergedIntoId())) {
            var next = ticket.getMergedIntoId();
            ticket = tickets.lockById(next).orElseThrow(() -> new NotFound("ticket", next));
        }
        return ticket;
    }
}
