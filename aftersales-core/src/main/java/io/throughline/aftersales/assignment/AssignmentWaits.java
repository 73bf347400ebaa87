package io.throughline.aftersales.assignment;

import io.throughline.aftersales.ticket.TicketId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tickets a rule is still to give to somebody. Whoever adds or removes one holds the lock of its ticket. */
@Component
@RequiredArgsConstructor
class AssignmentWaits {

    private final JdbcClient jdbc;

    record Waiting(TicketId ticket, long team) {}

    void add(TicketId ticket, long team, Instant at) {
        jdbc.sql("""
                        insert into aftersales.assignment_wait (ticket_id, team_id, since, next_at)
                        values (:ticket, :team, :at, :at)
                        on conflict (ticket_id) do update set team_id = excluded.team_id, next_at = excluded.next_at
                        """)
                .param("ticket", ticket.value())
                .param("team", team)
                .param("at", Timestamp.from(at))
                .update();
    }

    /** Adds a ticket that came to a team, where the team's rule is to meet such at once. */
    void came(TicketId ticket, Instant at) {
        jdbc.sql("""
                        insert into aftersales.assignment_wait (ticket_id, team_id, since, next_at)
                        select t.id, t.team_id, :at, :at
                          from aftersales.ticket t
                          join aftersales.assignment_rule r on r.team_id = t.team_id and r.automatic
                         where t.id = :ticket and t.assignee_id is null
                        on conflict (ticket_id) do update set team_id = excluded.team_id, next_at = excluded.next_at
                        """)
                .param("ticket", ticket.value())
                .param("at", Timestamp.from(at))
                .update();
    }

    void remove(TicketId ticket) {
        jdbc.sql("delete from aftersales.assignment_wait where ticket_id = ?")
                .param(ticket.value())
                .update();
    }

    void postpone(TicketId ticket, Instant until) {
        jdbc.sql("update aftersales.assignment_wait set next_at = ? where ticket_id = ?")
                .params(Timestamp.from(until), ticket.value())
                .update();
    }

    /** The most pressing that is due and nobody is at, with its ticket locked; not of these teams. */
    Optional<Waiting> next(Instant now, Set<Long> dry) {
        return jdbc.sql("""
                        select t.id, w.team_id
                          from aftersales.assignment_wait w
                          join aftersales.ticket t on t.id = w.ticket_id
                         where w.next_at <= :now and w.team_id <> all(:dry)
                         order by t.priority, w.since, t.id
                         limit 1
                           for update of t skip locked
                        """)
                .param("now", Timestamp.from(now))
                .param("dry", dry.toArray(Long[]::new))
                .query((row, n) -> new Waiting(new TicketId(row.getLong("id")), row.getLong("team_id")))
                .optional();
    }

    /** Whether the ticket, which is locked, still waits for this team's rule. */
    boolean isWanted(Waiting waiting) {
        return jdbc.sql("""
                        select exists (select 1 from aftersales.assignment_wait w
                                         join aftersales.ticket t on t.id = w.ticket_id and t.live and t.team_id = w.team_id
                                         join aftersales.assignment_rule r on r.team_id = w.team_id
                                        where w.ticket_id = ?)
                        """)
                .param(waiting.ticket().value())
                .query(Boolean.class)
                .single();
    }
}
