package io.throughline.aftersales.sla;

import io.throughline.aftersales.sla.clock.TicketPast;
import io.throughline.aftersales.sla.clock.TicketPast.Speaker;
import io.throughline.aftersales.sla.clock.TicketPast.Step;
import io.throughline.aftersales.sla.clock.TicketPast.Word;
import io.throughline.aftersales.ticket.Channel;
import io.throughline.aftersales.ticket.Priority;
import io.throughline.aftersales.ticket.StatusCategory;
import io.throughline.aftersales.ticket.TicketKind;
import io.throughline.foundation.customer.CustomerTier;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what clocks derive from: three statements for any number of tickets. */
@Component
@RequiredArgsConstructor
class TicketPasts {

    private final JdbcClient jdbc;

    /**
     * A ticket's traits and past, and what was agreed about it by hand.
     *
     * @param taken when a person first gave it to somebody or began work on it
     */
    record Told(
            long ticket,
            String number,
            TicketTraits traits,
            TicketPast past,
            @Nullable Instant taken) {}

    List<Told> of(Collection<Long> tickets) {
        var ids = tickets.toArray(Long[]::new);
        var steps = steps(ids);
        var words = words(ids);
        return jdbc.sql("""
                        select t.id, t.number, t.kind, t.complaint, t.priority, t.channel, t.customer_id, c.tier, c.calendar_id,
                               t.opened_at, t.acknowledged_at, t.workaround_at,
                               least((select min(s.at) from aftersales.ticket_status_change s
                                       where s.ticket_id = t.id and s.to_status = 'IN_PROGRESS' and s.by_user_id is not null),
                                     (select min(h.at) from aftersales.ticket_change h
                                       where h.ticket_id = t.id and h.field = 'ASSIGNEE' and h.to_value is not null
                                         and h.by_user_id is not null)) as taken_at
                          from aftersales.ticket t
                          left join foundation.customer c on c.id = t.customer_id
                         where t.id = any (?)
                         order by t.id
                        """)
                .param(ids)
                .query((row, n) -> told(
                        row,
                        steps.getOrDefault(row.getLong("id"), List.of()),
                        words.getOrDefault(row.getLong("id"), List.of())))
                .list();
    }

    /** The statuses of one ticket, which are all that a strip needs. */
    List<Step> stepsOf(long ticket) {
        return steps(new Long[] {ticket}).getOrDefault(ticket, List.of());
    }

    private Map<Long, List<Step>> steps(Long[] ids) {
        return grouped(jdbc.sql("""
                        select ticket_id, at, to_status, to_category, reason from aftersales.ticket_status_change
                         where ticket_id = any (?)
                         order by at, id
                        """)
                .param(ids)
                .query((row, n) -> Map.entry(
                        row.getLong("ticket_id"),
                        new Step(
                                row.getTimestamp("at").toInstant(),
                                row.getString("to_status"),
                                StatusCategory.valueOf(row.getString("to_category")),
                                row.getString("reason"))))
                .list());
    }

    private Map<Long, List<Word>> words(Long[] ids) {
        return grouped(jdbc.sql("""
                        select ticket_id, at, from_customer, automatic from aftersales.ticket_message
                         where ticket_id = any (?) and visibility = 'PUBLIC'
                         order by at, id
                        """)
                .param(ids)
                .query((row, n) -> Map.entry(
                        row.getLong("ticket_id"),
                        new Word(
                                row.getTimestamp("at").toInstant(),
                                speaker(row.getBoolean("from_customer"), row.getBoolean("automatic")))))
                .list());
    }

    private static Told told(ResultSet row, List<Step> steps, List<Word> words) throws SQLException {
        var tier = row.getString("tier");
        var traits = new TicketTraits(
                TicketKind.valueOf(row.getString("kind")),
                row.getBoolean("complaint"),
                Priority.valueOf(row.getString("priority")),
                row.getObject("customer_id", Long.class),
                tier == null ? null : CustomerTier.valueOf(tier),
                row.getObject("calendar_id", Long.class));
        var past = new TicketPast(
                row.getTimestamp("opened_at").toInstant(),
                Channel.valueOf(row.getString("channel")).isAnsweredAtOnce(),
                steps,
                words,
                instant(row, "acknowledged_at"),
                instant(row, "workaround_at"));
        return new Told(row.getLong("id"), row.getString("number"), traits, past, instant(row, "taken_at"));
    }

    /** An automatic mail starts and stops nothing, whoever's it is (service rules 6 and 22). */
    private static Speaker speaker(boolean fromCustomer, boolean automatic) {
        return automatic ? Speaker.MACHINE : fromCustomer ? Speaker.CUSTOMER : Speaker.PERSON;
    }

    private static <T> Map<Long, List<T>> grouped(List<Map.Entry<Long, T>> entries) {
        return entries.stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var value = row.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }
}
