package io.throughline.aftersales.sla;

import io.throughline.aftersales.sla.clock.Clocks;
import io.throughline.aftersales.sla.clock.TicketPast;
import io.throughline.aftersales.sla.clock.TicketPast.Step;
import io.throughline.aftersales.ticket.TicketDetail;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Viewer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows a colleague the clocks of a ticket and why they are due when they are. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
@Allow(staff = true)
public class TicketClockQueries {

    private final TicketPasts pasts;
    private final PolicyShelf shelf;
    private final LevelRows levels;
    private final JdbcClient jdbc;
    private final Clock clock;

    /** The clocks of a ticket the viewer was shown: those owed first, the nearest due before the others; none is "no SLA". */
    public List<TicketClock> of(Viewer viewer, TicketDetail ticket) {
        var rows = jdbc.sql("""
                        select c.*, v.number, v.terms, p.id as policy_id, p.name_zh, p.name_en
                          from aftersales.ticket_clock c
                          join aftersales.sla_policy_version v on v.id = c.policy_version_id
                          join aftersales.sla_policy p on p.id = v.policy_id
                         where c.ticket_id = ?
                         order by c.stopped_at is not null, c.due_at nulls last, c.start_at desc, c.type
                         limit 50
                        """)
                .param(ticket.id().value())
                .query((row, n) -> new Row(
                        StoredClock.of(row),
                        new SlaPolicyId(row.getLong("policy_id")),
                        row.getInt("number"),
                        row.getString("name_zh"),
                        row.getString("name_en"),
                        TermsText.read(row.getString("terms"))))
                .list();
        if (rows.isEmpty()) {
            return List.of();
        }
        var id = ticket.id().value();
        var steps = pasts.stepsOf(id);
        var levelsOf = levels.of(List.of(id)).getOrDefault(id, List.of()).stream()
                .collect(Collectors.groupingBy(StoredLevel::clock));
        var hours = shelf.hours(rows.stream()
                .flatMap(row -> PolicyShelf.wanted(
                        row.terms(), row.clock().customerCalendar(), row.clock().calendarAsOf()))
                .toList());
        var now = clock.instant();
        return rows.stream()
                .map(row -> told(row, steps, levelsOf.getOrDefault(row.clock().key(), List.of()), hours, now))
                .toList();
    }

    /**
     * Where the clocks of tickets the viewer was shown stand, those owed first: one statement however many there are. A
     * ticket that is not in it has no SLA.
     */
    public Map<Long, List<ClockBrief>> briefs(Viewer viewer, Collection<Long> tickets) {
        var now = clock.instant();
        return tickets.isEmpty()
                ? Map.of()
                : jdbc
                        .sql("""
                                select c.*, e.number as level, e.due_at as level_at
                                  from (select distinct on (ticket_id, type) * from aftersales.ticket_clock
                                         where ticket_id = any (?) and not withdrawn
                                         order by ticket_id, type, start_at desc) c
                                  left join lateral (select l.number, l.due_at from aftersales.ticket_escalation l
                                                      where l.ticket_id = c.ticket_id and l.type = c.type
                                                        and l.start_at = c.start_at and l.state = 'WAITING'
                                                      order by l.due_at, l.number
                                                      limit 1) e on true
                                 order by c.ticket_id, c.stopped_at is not null, c.due_at nulls last, c.type
                                """)
                        .param(tickets.toArray(Long[]::new))
                        .query((row, n) -> Map.entry(row.getLong("ticket_id"), brief(row, now)))
                        .list()
                        .stream()
                        .collect(Collectors.groupingBy(
                                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static ClockBrief brief(ResultSet row, Instant now) throws SQLException {
        var stored = StoredClock.of(row);
        var reading = stored.reading();
        var level = row.getTimestamp("level_at");
        return new ClockBrief(
                reading.type(),
                reading.due(),
                reading.pausedSince(),
                reading.stoppedAt(),
                stored.breachedAt() == null ? reading.breachedAt(now) : stored.breachedAt(),
                level == null ? null : row.getInt("level"),
                level == null ? null : level.toInstant());
    }

    private static TicketClock told(
            Row row, List<Step> steps, List<StoredLevel> levels, PolicyShelf.Hours hours, Instant now) {
        var stored = row.clock();
        var reading = stored.reading();
        var calendar = hours.of(row.terms(), stored.customerCalendar(), stored.calendarAsOf());
        var breach = stored.breachedAt() == null ? reading.breachedAt(now) : stored.breachedAt();
        var clocks = new Clocks(calendar, new TicketPast(reading.start(), false, steps, List.of(), null, null));
        return new TicketClock(
                reading.type(),
                row.policy(),
                row.number(),
                row.nameZh(),
                row.nameEn(),
                reading.target().toString(),
                calendar.zone(),
                reading.start(),
                reading.due(),
                reading.pausedSince(),
                reading.stoppedAt(),
                breach,
                stored.withdrawn(),
                stored.withdrawn() && reading.due() == null ? List.of() : clocks.explain(reading),
                levels.stream().map(TicketClock.Level::of).toList());
    }

    private record Row(
            StoredClock clock, SlaPolicyId policy, int number, String nameZh, String nameEn, SlaTerms terms) {}
}
