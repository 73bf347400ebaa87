package io.throughline.aftersales.sla;

import io.throughline.aftersales.sla.StoredClock.Key;
import io.throughline.aftersales.sla.TicketPasts.Told;
import io.throughline.aftersales.sla.clock.ClockReading;
import io.throughline.aftersales.sla.clock.ClockType;
import io.throughline.aftersales.sla.clock.Clocks;
import io.throughline.aftersales.ticket.TicketKind;
import io.throughline.foundation.calendar.WorkCalendar;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which clocks a ticket has after something happened: those its past and its policy give, those that stopped before as
 * they were, and every breach that was recorded (service rule 7).
 */
final class PromisedClocks {

    private final PolicyChoice policies;
    private final PolicyShelf.Hours hours;
    private final Instant now;

    PromisedClocks(PolicyChoice policies, PolicyShelf.Hours hours, Instant now) {
        this.policies = policies;
        this.hours = hours;
        this.now = now;
    }

    /** What is to be kept, by run; a stored clock that is not in it is to go. */
    Map<Key, StoredClock> of(Told ticket, Map<Key, StoredClock> stored) {
        var kept = new LinkedHashMap<Key, StoredClock>();
        policies.of(ticket.traits()).ifPresent(policy -> {
            for (var reading : readings(ticket, policy)) {
                var key = new Key(reading.type(), reading.start());
                var clock = merged(ticket, policy, reading, stored.get(key));
                if (clock != null) {
                    kept.put(key, clock);
                }
            }
        });
        stored.forEach((key, before) -> {
            if (!kept.containsKey(key)) {
                if (!before.isOwed() && isTold(before, ticket)) {
                    kept.put(key, before);
                } else if (before.breachedAt() != null) {
                    kept.put(key, before.withdraw(now));
                }
            }
        });
        return kept;
    }

    /**
     * When levels of escalation come, given the clocks of {@link #of}, and what that changes in those kept.
     *
     * @param from levels that came before it are passed
     */
    LevelPlan.Change levels(Told ticket, Map<Key, StoredClock> clocks, List<StoredLevel> stored, Instant from) {
        return policies.of(ticket.traits())
                .map(policy -> {
                    var since = policy.validFrom().isAfter(from) ? policy.validFrom() : from;
                    var plan = new LevelPlan(ticket.ticket(), policy, since);
                    var counting =
                            new Clocks(hours.of(policy.terms(), ticket.traits().calendar(), now), ticket.past());
                    clocks.values().stream()
                            .filter(clock -> clock.isOwed() && clock.policyVersion() == policy.version())
                            .forEach(clock -> plan.add(counting, clock.reading()));
                    return plan.against(stored, now);
                })
                .orElseGet(() -> LevelPlan.none(stored));
    }

    private List<ClockReading> readings(Told ticket, PublishedPolicy policy) {
        var clocks = new Clocks(hours.of(policy.terms(), ticket.traits().calendar(), now), ticket.past());
        var readings = new ArrayList<ClockReading>();
        for (var type : ClockType.values()) {
            var target = policy.terms().target(type, ticket.traits().priority());
            if (target != null && concerns(type, ticket.traits())) {
                readings.addAll(clocks.read(type, target));
            }
        }
        return readings;
    }

    /** What stopped before is settled; what stopped before the policy held was never promised. */
    private @Nullable StoredClock merged(
            Told ticket, PublishedPolicy policy, ClockReading reading, @Nullable StoredClock before) {
        var stop = reading.stoppedAt();
        if (before != null && stop != null && stop.equals(before.reading().stoppedAt())) {
            return before;
        }
        if (before == null && stop != null && stop.isBefore(policy.validFrom())) {
            return null;
        }
        var breach = before == null || before.breachedAt() == null ? reading.breachedAt(now) : before.breachedAt();
        var calendar = policy.terms().customerHours() ? ticket.traits().calendar() : null;
        return new StoredClock(ticket.ticket(), policy.version(), now, calendar, reading, breach, false);
    }

    /** Whether that run is still part of the past; one whose message was moved to another ticket is not. */
    private static boolean isTold(StoredClock clock, Told ticket) {
        return clock.withdrawn()
                || new Clocks(WorkCalendar.always(ZoneOffset.UTC), ticket.past())
                        .read(clock.reading().type(), clock.reading().target()).stream()
                                .anyMatch(told ->
                                        told.start().equals(clock.reading().start()));
    }

    static boolean concerns(ClockType type, TicketTraits ticket) {
        return switch (type) {
            case ACKNOWLEDGEMENT -> ticket.complaint();
            case RESTORE -> ticket.kind() == TicketKind.DIAGNOSIS;
            default -> true;
        };
    }
}
