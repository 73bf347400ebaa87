package io.throughline.aftersales.ticket;

import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import java.time.Clock;
import java.util.TreeSet;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes two tickets on the same matter one, one ticket on two matters two, and ties related ones together. */
@Service
@Transactional
@RequiredArgsConstructor
@Allow({Role.SUPPORT_AGENT, Role.MANAGER})
public class TicketMerges {

    private final TicketRepository tickets;
    private final MessageRepository messages;
    private final MessageFacts facts;
    private final TicketAccess access;
    private final TicketStatuses statuses;
    private final TicketBirth birth;
    private final TicketLinks links;
    private final TicketDesk desk;
    private final TicketIndexer index;
    private final JdbcClient jdbc;
    private final Clock clock;

    /**
     * Closes the source, and lets the target have its messages, each at its own time, and its tags. A target that was
     * itself merged stands for the one it ended in. Says that one's number.
     */
    public String merge(Viewer viewer, String number, String into) {
        var source = access.lock(viewer, number);
        var target = access.lockFinal(viewer, into);
        if (source == target) {
            throw new RuleViolation("aftersales.ticket.mergeIntoItself").at("into");
        }
        if (source.getCustomerId() != null
                && target.getCustomerId() != null
                && !source.getCustomerId().equals(target.getCustomerId())) {
            throw new RuleViolation("aftersales.ticket.mergeOtherCustomer").at("into");
        }
        target.requireAlive();
        var at = clock.instant();
        source.mergeInto(target, statuses.require(TicketStatus.MERGED), viewer, at);
        var tags = new TreeSet<>(target.getTags());
        tags.addAll(source.getTags());
        target.absorb(source, tags, viewer, at);
        tickets.saveAndFlush(source);
        tickets.saveAndFlush(target);
        jdbc.sql("""
                        update aftersales.ticket_message
                           set moved_from_id = coalesce(moved_from_id, ticket_id), ticket_id = :target,
                               version = version + 1
                         where ticket_id = :source
                        """)
                .param("source", source.requireId())
                .param("target", target.requireId())
                .update();
        facts.recount(source.ticketId());
        facts.recount(target.ticketId());
        index.put(source.ticketId());
        index.put(target.ticketId());
        return target.getNumber();
    }

    /** Makes one public message the first of a new, linked ticket; says the new number. */
    public String split(Viewer viewer, String number, long messageId, String subject) {
        var source = access.lock(viewer, number);
        var message = messages.findById(messageId)
                .filter(found -> found.getTicketId() == source.requireId())
                .filter(found -> found.getVisibility() == Visibility.PUBLIC)
                .orElseThrow(() -> new NotFound("message", messageId));
        if (messages.countByTicketIdAndVisibility(source.requireId(), Visibility.PUBLIC) < 2) {
            throw new RuleViolation("aftersales.ticket.splitLast");
        }
        var made = birth.create(
                viewer, desk.inLivingHands(OpenTicket.like(source, subject, message.getBody())), message.getChannel());
        message.moveTo(made.ticketId());
        messages.saveAndFlush(message);
        made.announce(viewer);
        source.noteSplit(made, viewer, clock.instant());
        tickets.saveAndFlush(made);
        tickets.saveAndFlush(source);
        facts.recount(source.ticketId());
        facts.recount(made.ticketId());
        index.put(source.ticketId());
        links.add(viewer, source.ticketId(), made.ticketId(), LinkKind.SPLIT);
        return made.getNumber();
    }

    /** Opens a new ticket that takes a closed matter up again; says its number. */
    @Allow({Role.SUPPORT_AGENT, Role.MANAGER, Role.ACCOUNT_EXECUTIVE})
    public String followUp(Viewer viewer, String number, String body) {
        var closed = access.lock(viewer, number);
        if (closed.getCategory() != StatusCategory.CLOSED) {
            throw new RuleViolation("aftersales.ticket.followUpOfClosed");
        }
        return birth.followUp(viewer, closed, body, Channel.PHONE).number();
    }

    public void link(Viewer viewer, String number, String other) {
        var from = new TicketId(access.id(viewer, number));
        var to = new TicketId(access.id(viewer, other));
        if (from.equals(to)) {
            throw new RuleViolation("aftersales.ticket.linkToItself").at("other");
        }
        links.add(viewer, from, to, LinkKind.RELATED);
    }

    public void unlink(Viewer viewer, String number, String other) {
        links.remove(new TicketId(access.id(viewer, number)), new TicketId(access.id(viewer, other)));
    }
}
