package io.throughline.aftersales.ticket;

import static io.throughline.foundation.activity.Visibility.STAFF;

import io.throughline.foundation.activity.Mentions;
import io.throughline.foundation.attachment.Upload;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What we say to the customer and what we note for ourselves. */
@Service
@Transactional
@RequiredArgsConstructor
@Allow({Role.SUPPORT_AGENT, Role.MANAGER, Role.ACCOUNT_EXECUTIVE, Role.PROJECT_MANAGER, Role.TECHNICIAN, Role.TRAINER})
public class TicketConversation {

    private final TicketRepository tickets;
    private final MessageRepository messages;
    private final MessageFacts facts;
    private final TicketAccess access;
    private final TicketCourse course;
    private final TicketDrafts drafts;
    private final MessageFiles files;
    private final Mentions mentions;
    private final Clock clock;

    /**
     * Adds our reply or note, and moves the ticket with it where a status is given. What is said to a merged ticket is
     * said to the one it ended in.
     *
     * <p>Throws {@link RuleViolation} at {@code confirmed} when a public message arrived after the writer last looked
     * (service rule 25), and where a closed ticket was to be answered: that wants a follow-up.
     */
    public MessageId add(Viewer viewer, String number, AddMessage command) {
        return add(viewer, number, command, Channel.PORTAL, List.of());
    }

    /** The same with files; all or none. */
    public MessageId add(Viewer viewer, String number, AddMessage command, List<Upload> uploads) {
        return add(viewer, number, command, Channel.PORTAL, uploads);
    }

    /** The same, said on the phone, on a visit, in a chat or by a program. */
    public MessageId add(Viewer viewer, String number, AddMessage command, Channel channel) {
        return add(viewer, number, command, channel, List.of());
    }

    /** The files hang on the message before anybody hears of it, so that they leave with its mail. */
    private MessageId add(Viewer viewer, String number, AddMessage command, Channel channel, List<Upload> uploads) {
        var ticket = access.lockFinal(viewer, number);
        boolean open = command.visibility() == Visibility.PUBLIC;
        if (open) {
            ticket.requireAlive();
            requireSeen(ticket, command);
        }
        var message = messages.saveAndFlush(Message.written(
                ticket.ticketId(), command.visibility(), channel, viewer, command.body(), clock.instant()));
        facts.add(message);
        files.attach(viewer, message.messageId(), command.visibility(), uploads);
        ticket.answered(message, command.mailing());
        move(ticket, viewer, command, message);
        tickets.saveAndFlush(ticket);
        drafts.forget(viewer, ticket.ticketId(), command.visibility());
        if (!open) {
            mentions.tell(viewer, TicketSubject.of(ticket.ticketId()), command.body(), STAFF);
        }
        return message.messageId();
    }

    private void move(Ticket ticket, Viewer viewer, AddMessage command, Message message) {
        var wanted = command.status();
        if (wanted != null && !wanted.isBlank() && !wanted.equals(ticket.getStatus())) {
            course.apply(ticket, viewer, new ChangeStatus(wanted, command.holdReason(), command.holdUntil(), null));
        } else if (message.isAnswer() && ticket.getStatus().equals(TicketStatus.NEW)) {
            course.apply(ticket, viewer, TicketStatus.IN_PROGRESS);
        }
    }

    private void requireSeen(Ticket ticket, AddMessage command) {
        var seen = command.seen();
        if (seen != null
                && !Boolean.TRUE.equals(command.confirmed())
                && !Objects.equals(seen, facts.lastPublicMessage(ticket.ticketId()))) {
            throw new RuleViolation("aftersales.ticket.newerMessages").at("confirmed");
        }
    }
}
