package io.throughline.aftersales.ticket;

import io.throughline.aftersales.installed.ProductOrigins;
import io.throughline.foundation.attachment.Upload;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a customer's contact does with tickets: ask, answer, confirm, object. */
@Service
@Transactional
@RequiredArgsConstructor
@Allow(Role.CUSTOMER)
public class PortalTickets {

    private final TicketRepository tickets;
    private final TicketAccess access;
    private final TicketBirth birth;
    private final CustomerWords words;
    private final MessageFiles files;
    private final TicketCourse course;
    private final ProductOrigins products;

    public OpenedTicket ask(Viewer viewer, AskForHelp command) {
        var wanted = OpenTicket.of(command.kindOfTicket(), command.subject(), command.body())
                .complaining(command.complains())
                .askedBy(viewer.requireCustomerId(), viewer.contactId())
                .urgent(command.urgency())
                .about(product(viewer, command.product()))
                .once(command.requestKey());
        return birth.open(viewer, wanted, Channel.PORTAL);
    }

    /** The same with files; all or none. */
    public OpenedTicket ask(Viewer viewer, AskForHelp command, List<Upload> uploads) {
        var opened = ask(viewer, command);
        if (opened.fresh()) {
            files.attach(viewer, opened.message(), Visibility.PUBLIC, uploads);
        }
        return opened;
    }

    /** As {@link #answer(Viewer, String, String)} with files; all or none. */
    public OpenedTicket answer(Viewer viewer, String number, String body, List<Upload> uploads) {
        var answered = answer(viewer, number, body);
        files.attach(viewer, answered.message(), Visibility.PUBLIC, uploads);
        return answered;
    }

    /**
     * Adds the customer's words. An answer to a resolved ticket reopens it within the days the company grants; to a
     * closed one, or later, it opens a linked follow-up. The result tells where the words went.
     */
    public OpenedTicket answer(Viewer viewer, String number, String body) {
        requireText(body);
        return words.add(viewer, access.lock(viewer, number), body, Channel.PORTAL);
    }

    /** The customer agrees that it is solved: the ticket closes. */
    public void confirm(Viewer viewer, String number) {
        var ticket = access.lock(viewer, number);
        requireResolved(ticket);
        course.apply(ticket, viewer, TicketStatus.CLOSED);
        tickets.saveAndFlush(ticket);
    }

    /** The customer objects to the resolution, with words where there are some. */
    public OpenedTicket refuse(Viewer viewer, String number, String body) {
        requireResolved(access.lock(viewer, number));
        return answer(viewer, number, body);
    }

    private @Nullable Long product(Viewer viewer, @Nullable String serial) {
        return serial == null || serial.isBlank()
                ? null
                : products.named(viewer.requireCustomerId(), serial).id();
    }

    private static void requireResolved(Ticket ticket) {
        if (ticket.getCategory() != StatusCategory.RESOLVED) {
            throw new RuleViolation("aftersales.ticket.notResolved");
        }
    }

    private static void requireText(@Nullable String body) {
        if (body == null || body.isBlank()) {
            throw new RuleViolation("aftersales.ticket.emptyMessage").at("body");
        }
        if (body.length() > 65536) {
            throw new RuleViolation("aftersales.ticket.messageTooLong", 65536).at("body");
        }
    }
}
