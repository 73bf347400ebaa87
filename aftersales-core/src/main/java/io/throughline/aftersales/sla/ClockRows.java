package io.throughline.aftersales.sla;

import io.throughline.aftersales.sla.StoredClock.Key;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Keeps clocks in their table, and on each ticket's row the one that is due next. */
@Component
@RequiredArgsConstructor
class ClockRows {

    private static final String PUT = """
            insert into aftersales.ticket_clock (ticket_id, type, start_at, policy_version_id, target, calendar_as_of,
                   customer_calendar_id, due_at, paused_since, stopped_at, breached_at, withdrawn)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (ticket_id, type, start_at) do update
               set policy_version_id = excluded.policy_version_id, target = excluded.target,
                   calendar_as_of = excluded.calendar_as_of, customer_calendar_id = excluded.customer_calendar_id, due_at = excluded.due_at,
                   paused_since = excluded.paused_since, stopped_at = excluded.stopped_at,
                   breached_at = coalesce(ticket_clock.breached_at, excluded.breached_at),
                   withdrawn = excluded.withdrawn
            """;

    /** A clock that is overdue is still owed; of a paused ticket nothing is due, unless it was due before. */
    private static final String NEAREST = """
            update aftersales.ticket t
               set due_at = n.due_at, due_clock = n.type, clock_paused = n.paused
              from (select i.id, case when c.owed then c.due_at else k.agreed_due_at end as due_at, c.type,
                           coalesce(c.paused, false) as paused
                      from unnest(?) as i(id)
                      join aftersales.ticket k on k.id = i.id
                      left join lateral (select true as owed, (array_agg(o.due_at order by o.due_at, o.type))[1] as due_at,
                                                (array_agg(o.type order by o.due_at, o.type))[1] as type,
                                                bool_or(o.paused_since is not null) as paused
                                           from aftersales.ticket_clock o
                                          where o.ticket_id = i.id and o.stopped_at is null
                                         having count(*) > 0) c on true) n
             where t.id = n.id
               and (t.due_at, t.due_clock, t.clock_paused) is distinct from (n.due_at, n.type, n.paused)
            """;

    private final JdbcTemplate jdbc;

    /** The clocks of each ticket that has any. */
    Map<Long, Map<Key, StoredClock>> of(Collection<Long> tickets) {
        var found = new HashMap<Long, Map<Key, StoredClock>>();
        jdbc.query(
                "select * from aftersales.ticket_clock where ticket_id = any (?) order by ticket_id, start_at, type",
                row -> {
                    var clock = StoredClock.of(row);
                    found.computeIfAbsent(clock.ticket(), ticket -> new java.util.LinkedHashMap<>())
                            .put(clock.key(), clock);
                },
                (Object) tickets.toArray(Long[]::new));
        return found;
    }

    /** A breach that another node recorded meanwhile stays. */
    void put(List<StoredClock> clocks) {
        if (!clocks.isEmpty()) {
            jdbc.batchUpdate(PUT, clocks.stream().map(ClockRows::values).toList());
        }
    }

    void delete(List<StoredClock> clocks) {
        if (!clocks.isEmpty()) {
            jdbc.batchUpdate(
                    "delete from aftersales.ticket_clock where ticket_id = ? and type = ? and start_at = ?"
                            + " and breached_at is null",
                    clocks.stream()
                            .map(clock -> new Object[] {
                                clock.ticket(),
                                clock.reading().type().name(),
                                time(clock.reading().start())
                            })
                            .toList());
        }
    }

    void pointAtNearest(Collection<Long> tickets) {
        jdbc.update(NEAREST, (Object) tickets.toArray(Long[]::new));
    }

    /** Where there are no clocks at all. */
    void pointAtAgreed(Collection<Long> tickets) {
        jdbc.update(
                "update aftersales.ticket set due_at = agreed_due_at where id = any (?) and due_at is distinct from agreed_due_at",
                (Object) tickets.toArray(Long[]::new));
    }

    private static Object[] values(StoredClock clock) {
        var reading = clock.reading();
        return new Object[] {
            clock.ticket(),
            reading.type().name(),
            time(reading.start()),
            clock.policyVersion(),
            reading.target().toString(),
            time(clock.calendarAsOf()),
            clock.customerCalendar(),
            time(reading.due()),
            time(reading.pausedSince()),
            time(reading.stoppedAt()),
            time(clock.breachedAt()),
            clock.withdrawn()
        };
    }

    private static @Nullable Timestamp time(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }
}
