package io.throughline.aftersales.ticket;

import io.throughline.foundation.model.RecordNumber;
import io.throughline.foundation.people.Viewer;
import io.throughline.foundation.setting.NumberSeries;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How every ticket comes into being, whoever asks: number, row, first message, events, and once per request key. */
@Component
@RequiredArgsConstructor
class TicketBirth {

    private final TicketRepository tickets;
    private final MessageRepository messages;
    private final MessageFacts facts;
    private final NumberSeries numbers;
    private final TicketRules rules;
    private final TicketDesk desk;
    private final TicketProducts products;
    private final TicketLinks links;
    private final JdbcClient jdbc;
    private final Clock clock;

    OpenedTicket open(Viewer viewer, OpenTicket command, Channel channel) {
        return known(viewer, command.requestKey()).orElseGet(() -> fresh(viewer, command, channel));
    }

    /** A new ticket after a closed one, in the same hands where those are still there, and tied to it. */
    OpenedTicket followUp(Viewer viewer, Ticket closed, String body, Channel channel) {
        var wanted = desk.inLivingHands(OpenTicket.like(closed, closed.getSubject(), body));
        var made = open(viewer, wanted, channel);
        links.add(viewer, closed.ticketId(), made.id(), LinkKind.FOLLOW_UP);
        return made;
    }

    /** The row alone; its first message and its announcement are the caller's matter. */
    Ticket create(Viewer viewer, OpenTicket command, Channel channel) {
        var at = clock.instant();
        var asked = desk.customerOf(
                viewer, command.asker().customerId(), command.asker().contactId());
        var customer = products.customerOf(asked, command.concern().installedProductId());
        var concern = products.whole(command.concern(), customer);
        desk.requireProject(concern.projectId(), customer);
        desk.requireTeam(command.hands().teamId());
        desk.requireColleague(command.hands().assigneeId());
        return tickets.saveAndFlush(
                new Ticket(nextNumber(at), command.ofCustomer(customer).on(concern), channel, at));
    }

    private OpenedTicket fresh(Viewer viewer, OpenTicket command, Channel channel) {
        var ticket = create(viewer, command, channel);
        var message = messages.saveAndFlush(firstMessage(viewer, ticket, command));
        facts.opened(message);
        ticket.announce(viewer);
        tickets.saveAndFlush(ticket);
        return new OpenedTicket(ticket.ticketId(), ticket.getNumber(), message.messageId(), true);
    }

    private String nextNumber(Instant at) {
        int year = at.atZone(rules.companyZone()).getYear();
        return RecordNumber.checked("TK", year, numbers.next("TK", year));
    }

    private Message firstMessage(Viewer viewer, Ticket ticket, OpenTicket command) {
        var id = ticket.ticketId();
        var asker = command.asker();
        var author = authorName(asker);
        return viewer.isCustomer() || author == null
                ? Message.written(
                        id, Visibility.PUBLIC, ticket.getChannel(), viewer, command.body(), ticket.getOpenedAt())
                : Message.reported(
                        id, ticket.getChannel(), asker.contactId(), author, command.body(), ticket.getOpenedAt());
    }

    private @Nullable String authorName(OpenTicket.Asker asker) {
        return asker.contactId() != null ? desk.contactName(asker.contactId()) : asker.name();
    }

    /** A second request with the same key waits for the first and then finds its ticket. */
    private Optional<OpenedTicket> known(Viewer viewer, @Nullable String key) {
        if (key == null) {
            return Optional.empty();
        }
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:key, :user))")
                .param("key", key)
                .param("user", viewer.id().value())
                .query((row, n) -> true)
                .single();
        return jdbc.sql("""
                        select t.id, t.number, m.id as message
                          from aftersales.ticket t
                          join lateral (select id from aftersales.ticket_message
                                         where ticket_id = t.id or moved_from_id = t.id
                                         order by at, id limit 1) m on true
                         where t.created_by = :user and t.request_key = :key
                        """)
                .param("user", viewer.id().value())
                .param("key", key)
                .query((row, n) -> new OpenedTicket(
                        new TicketId(row.getLong("id")),
                        row.getString("number"),
                        new MessageId(row.getLong("message")),
                        false))
                .optional();
    }
}
