package io.throughline.aftersales.ticket;

import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Viewer;
import java.time.Clock;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Does to tickets what an automation rule asks for; called by the rules, not by people. */
@Service
@Transactional
@RequiredArgsConstructor
@Allow
public class TicketAutomations {

    private final TicketRepository tickets;
    private final MessageRepository messages;
    private final MessageFacts facts;
    private final TicketHands hands;
    private final TicketCourse course;
    private final JdbcClient jdbc;
    private final Clock clock;

    /**
     * All of it or nothing. Throws {@link NotFound}, or {@link io.throughline.foundation.model.RuleViolation} for a closed
     * ticket and where its course does not lead to the status.
     */
    public void run(Viewer viewer, TicketId id, AutomateTicket rule) {
        var ticket = tickets.lockById(id.value()).orElseThrow(() -> new NotFound("ticket", id.value()));
        ticket.automate(rule, viewer, clock.instant());
        hands.pass(ticket, rule.teamId(), rule.assigneeId(), viewer);
        if (rule.note() != null) {
            say(ticket, viewer, Visibility.INTERNAL, rule.note());
        }
        if (rule.answerZh() != null && rule.answerEn() != null) {
            say(ticket, viewer, Visibility.PUBLIC, readsChinese(ticket) ? rule.answerZh() : rule.answerEn());
        }
        if (rule.status() != null && !rule.status().equals(ticket.getStatus())) {
            course.apply(ticket, viewer, ChangeStatus.to(rule.status()));
        }
        tickets.saveAndFlush(ticket);
    }

    private void say(Ticket ticket, Viewer viewer, Visibility visibility, String body) {
        var message = messages.saveAndFlush(
                Message.written(ticket.ticketId(), visibility, Channel.API, viewer, body, clock.instant()));
        facts.add(message);
        ticket.answered(message, Mailing.USUAL);
    }

    /** The contact's language; of who is no contact, that of the subject. */
    private boolean readsChinese(Ticket ticket) {
        var contact = ticket.getRequesterId();
        return contact == null
                ? ticket.getSubject()
                        .codePoints()
                        .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN)
                : jdbc.sql("select locale from foundation.contact where id = ?")
                        .param(contact)
                        .query(String.class)
                        .single()
                        .startsWith("zh");
    }
}
