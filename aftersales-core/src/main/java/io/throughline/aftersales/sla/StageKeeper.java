package io.throughline.aftersales.sla;

import io.throughline.aftersales.sla.TicketPasts.Told;
import io.throughline.aftersales.sla.clock.StageTimes;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Keeps beside each ticket what its stages took, in the transaction that changed it. */
@Component
@RequiredArgsConstructor
class StageKeeper {

    private final TicketPasts pasts;
    private final PolicyShelf shelf;
    private final StageRows rows;
    private final Clock clock;

    /** For tickets that came without their events, as from an older version or another system. */
    void keep(Collection<Long> tickets) {
        var now = clock.instant();
        var policies = shelf.inForce();
        var told = pasts.of(tickets);
        keep(told, policies, shelf.hoursOf(policies, told, now), now);
    }

    /** @param now moment whose calendars {@code hours} holds */
    void keep(Collection<Told> tickets, PolicyChoice policies, PolicyShelf.Hours hours, Instant now) {
        rows.put(
                tickets.stream().map(told -> stored(told, policies, hours, now)).toList());
    }

    /** The tickets whose row is missing or says something else than their history. */
    List<Told> differing(Collection<Long> tickets) {
        var stored = rows.of(tickets);
        var terms = shelf.termsOf(rows.versions(stored.values()));
        var told = pasts.of(tickets);
        var hours = shelf.hours(stored.values().stream()
                .flatMap(row -> row.policyVersion() == null
                        ? PolicyShelf.house(row.calendarAsOf())
                        : PolicyShelf.wanted(
                                Objects.requireNonNull(terms.get(row.policyVersion())),
                                row.customerCalendar(),
                                row.calendarAsOf()))
                .distinct()
                .toList());
        var differing = new ArrayList<Told>();
        for (var ticket : told) {
            var row = stored.get(ticket.ticket());
            if (row == null) {
                differing.add(ticket);
                continue;
            }
            var calendar = row.policyVersion() == null
                    ? hours.house(row.calendarAsOf())
                    : hours.of(
                            Objects.requireNonNull(terms.get(row.policyVersion())),
                            row.customerCalendar(),
                            row.calendarAsOf());
            if (!row.saysTheSame(StageTimes.of(ticket.past(), ticket.taken(), calendar))) {
                differing.add(ticket);
            }
        }
        return differing;
    }

    private static StoredStages stored(Told told, PolicyChoice policies, PolicyShelf.Hours hours, Instant now) {
        var policy = policies.of(told.traits()).orElse(null);
        var customer =
                policy != null && policy.terms().customerHours() ? told.traits().calendar() : null;
        var calendar = policy == null ? hours.house(now) : hours.of(policy.terms(), customer, now);
        return new StoredStages(
                told.ticket(),
                policy == null ? null : policy.version(),
                customer,
                now,
                StageTimes.of(told.past(), told.taken(), calendar));
    }
}
