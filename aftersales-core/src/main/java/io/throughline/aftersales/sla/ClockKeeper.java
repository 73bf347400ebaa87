package io.throughline.aftersales.sla;

import io.throughline.aftersales.sla.StoredClock.Key;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Brings the stored clocks and stage times of tickets in line with their past, in the caller's transaction. */
@Component
@RequiredArgsConstructor
class ClockKeeper {

    private final TicketPasts pasts;
    private final PolicyShelf shelf;
    private final ClockRows rows;
    private final LevelRows levels;
    private final StageKeeper stages;
    private final SlaNotices notices;
    private final ClockAudit audit;
    private final Clock clock;

    /** How tickets come to be settled, and what follows from it. */
    enum Occasion {
        /** Something happened to a ticket: whoever has it hears of a breach. */
        EVENT,
        /** What it is counted by was changed for many at once: nobody is told of each. */
        CHANGE,
        /** It was brought in from elsewhere: what came before is not escalated any more. */
        ARRIVAL
    }

    /**
     * The tickets must be locked by the caller.
     *
     * @param causes what was changed, by ticket, for the audit trail; null for the ordinary course of a ticket
     */
    void settle(Map<Long, @Nullable String> causes, Occasion occasion) {
        var policies = shelf.inForce();
        var stored = rows.of(causes.keySet());
        var now = clock.instant();
        var told = pasts.of(causes.keySet());
        var hours = shelf.hoursOf(policies, told, now);
        stages.keep(told, policies, hours, now);
        if (policies.all().isEmpty() && stored.isEmpty()) {
            rows.pointAtAgreed(causes.keySet());
            return;
        }
        var from = occasion == Occasion.ARRIVAL ? now : Instant.MIN;
        var promised = new PromisedClocks(policies, hours, now);
        var waiting = levels.of(causes.keySet());
        var changes = new Changes();
        for (var ticket : told) {
            var before = stored.getOrDefault(ticket.ticket(), Map.of());
            var after = promised.of(ticket, before);
            changes.of(before, after);
            changes.of(promised.levels(ticket, after, waiting.getOrDefault(ticket.ticket(), List.of()), from));
            var cause = causes.get(ticket.ticket());
            if (cause != null) {
                audit.moved(ticket.ticket(), before, after, cause);
            }
        }
        rows.delete(changes.gone);
        rows.put(changes.put);
        levels.delete(changes.cancelled);
        levels.put(changes.escalating);
        rows.pointAtNearest(causes.keySet());
        if (occasion == Occasion.EVENT) {
            changes.broken.forEach(notices::breached);
        }
    }

    void settle(Collection<Long> tickets, Occasion occasion) {
        var causes = new HashMap<Long, @Nullable String>();
        tickets.forEach(ticket -> causes.put(ticket, null));
        settle(causes, occasion);
    }

    private static final class Changes {

        private final List<StoredClock> gone = new ArrayList<>();
        private final List<StoredClock> put = new ArrayList<>();
        private final List<StoredClock> broken = new ArrayList<>();
        private final List<StoredLevel> escalating = new ArrayList<>();
        private final List<StoredLevel> cancelled = new ArrayList<>();

        void of(Map<Key, StoredClock> before, Map<Key, StoredClock> after) {
            before.forEach((key, clock) -> {
                if (!after.containsKey(key)) {
                    gone.add(clock);
                }
            });
            after.forEach((key, clock) -> {
                var was = before.get(key);
                if (was == null || !was.equalsButForItsTime(clock)) {
                    put.add(clock);
                }
                if (clock.isOwed() && clock.breachedAt() != null && (was == null || was.breachedAt() == null)) {
                    broken.add(clock);
                }
            });
        }

        void of(LevelPlan.Change levels) {
            escalating.addAll(levels.put());
            cancelled.addAll(levels.gone());
        }
    }
}
