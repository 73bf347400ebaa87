package io.throughline.aftersales.sla;

import io.throughline.aftersales.sla.clock.Clocks;
import io.throughline.aftersales.sla.clock.TicketPast;
import io.throughline.aftersales.sla.clock.TicketPast.Step;
import io.throughline.aftersales.ticket.TicketDetail;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Viewer;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
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
                .flatMap(row -> PolicyShelf.wanted(row.terms(), row.clock().calendarAsOf()))
                .toList());
        var now = clock.instant();
        return rows.stream()
                .map(row -> told(row, steps, levelsOf.getOrDefault(row.clock().key(), List.of()), hours, now))
                .toList();
    }

    private static TicketClock told(
            Row row, List<Step> steps, List<StoredLevel> levels, PolicyShelf.Hours hours, Instant now) {
        var stored = row.clock();
        var reading = stored.reading();
        var calendar = hours.of(row.terms(), stored.calendarAsOf());
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
