package io.throughline.aftersales.ticket;

import io.throughline.foundation.people.Viewer;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Remembers what a batch changed, and puts it back where nobody has changed it again. */
@Component
@RequiredArgsConstructor
class TicketUndo {

    private final JdbcClient jdbc;
    private final TicketRepository tickets;
    private final TicketStatuses statuses;

    /** Why and how long a ticket rested before. */
    record Rest(@Nullable String reason, @Nullable Instant until) {}

    static Rest restOf(Ticket ticket) {
        return new Rest(
                ticket.getStanding().getHoldReason(), ticket.getStanding().getHoldUntil());
    }

    void keep(long batch, Ticket ticket, List<StepChange> changes, Rest rest) {
        for (var change : changes) {
            jdbc.sql("""
                            insert into aftersales.ticket_batch_item (batch_id, ticket_id, field, from_value, to_value,
                                   hold_reason, held_until)
                            values (:batch, :ticket, :field, :from, :to, :reason, :until)
                            """)
                    .param("batch", batch)
                    .param("ticket", ticket.requireId())
                    .param("field", change.field())
                    .param("from", change.from())
                    .param("to", change.to())
                    .param("reason", rest.reason())
                    .param("until", rest.until() == null ? null : Timestamp.from(rest.until()))
                    .update();
        }
    }

    TicketBatches.Undone run(Viewer viewer, long batch, String name, Instant at) {
        Map<Long, List<Item>> items = jdbc.sql("""
                        select i.ticket_id, i.field, i.from_value, i.to_value, i.hold_reason, i.held_until as hold_until
                          from aftersales.ticket_batch_item i
                          join aftersales.ticket t on t.id = i.ticket_id
                         where i.batch_id = ?
                         order by i.ticket_id, i.field = 'STATUS', i.field
                           for update of t
                        """).param(batch).query(Item.class).list().stream()
                .collect(Collectors.groupingBy(Item::ticketId));
        var changed = new ArrayList<Ticket>();
        int kept = 0;
        for (var ticket : tickets.findByIdIn(items.keySet())) {
            var mine = items.getOrDefault(ticket.requireId(), List.of());
            var back = ticket.getCategory() == StatusCategory.CLOSED
                    ? List.<Item>of()
                    : mine.stream().filter(item -> stands(ticket, item)).toList();
            kept += mine.size() - back.size();
            if (!back.isEmpty()) {
                ticket.noteBatch("UNDONE", name, viewer, at);
                kept += (int) back.stream()
                        .filter(item -> !putBack(ticket, item, viewer, at))
                        .count();
                changed.add(ticket);
            }
        }
        tickets.saveAllAndFlush(changed);
        return new TicketBatches.Undone(changed.size(), kept);
    }

    /** Whether the value is still the one the batch gave. */
    private static boolean stands(Ticket ticket, Item item) {
        return switch (item.field()) {
            case "PRIORITY" -> ticket.getPriority().name().equals(item.toValue());
            case "TEAM" -> Objects.equals(ticket.getTeamId(), number(item.toValue()));
            case "ASSIGNEE" -> Objects.equals(ticket.getAssigneeId(), number(item.toValue()));
            case "TAGS" -> ticket.getTags().containsAll(tags(item));
            default -> ticket.getStatus().equals(item.toValue());
        };
    }

    private boolean putBack(Ticket ticket, Item item, Viewer by, Instant at) {
        switch (item.field()) {
            case "PRIORITY" -> ticket.rank(Priority.valueOf(Objects.requireNonNull(item.fromValue())), by, at);
            case "TEAM" -> ticket.assign(number(item.fromValue()), ticket.getAssigneeId(), by, at);
            case "ASSIGNEE" -> ticket.assign(ticket.getTeamId(), number(item.fromValue()), by, at);
            case "TAGS" -> ticket.removeTags(tags(item), by, at);
            default -> {
                return putStatusBack(ticket, item, by, at);
            }
        }
        return true;
    }

    /** By the course: from resolved over in progress; what was new is in progress, since somebody has worked on it. */
    private boolean putStatusBack(Ticket ticket, Item item, Viewer by, Instant at) {
        var inProgress = statuses.require(TicketStatus.IN_PROGRESS);
        var wanted = statuses.require(Objects.requireNonNull(item.fromValue()));
        if (ticket.getCategory() == StatusCategory.RESOLVED || wanted.is(TicketStatus.NEW)) {
            ticket.moveTo(inProgress, by, at, null);
        }
        if (wanted.is(TicketStatus.NEW)) {
            return false;
        }
        if (wanted.is(TicketStatus.ON_HOLD)) {
            var reason = item.holdReason();
            var until = item.holdUntil();
            if (reason == null || until == null) {
                return false;
            }
            ticket.hold(wanted, reason, until, by, at);
        } else if (!ticket.getStatus().equals(wanted.code())) {
            ticket.moveTo(wanted, by, at, null);
        }
        return true;
    }

    private static Set<String> tags(Item item) {
        return Set.of(Objects.requireNonNull(item.toValue()).split(","));
    }

    private static @Nullable Long number(@Nullable String value) {
        return value == null ? null : Long.valueOf(value);
    }

    private record Item(
            long ticketId,
            String field,
            @Nullable String fromValue,
            @Nullable String toValue,
            @Nullable String holdReason,
            @Nullable Instant holdUntil) {}
}
