package io.throughline.aftersales.sla;

import io.throughline.aftersales.sla.StoredClock.Key;
import io.throughline.aftersales.sla.StoredLevel.State;
import io.throughline.aftersales.sla.clock.ClockReading;
import io.throughline.aftersales.sla.clock.Clocks;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * When the levels of a ticket's clocks come (service rule 14), from nothing but its past, and what that changes in what is
 * kept. A level never comes before an earlier one of the same clock. A clock that stopped or stands still has none waiting;
 * one that ran stays.
 */
final class LevelPlan {

    private final List<StoredLevel> wanted = new ArrayList<>();
    private final long ticket;
    private final PublishedPolicy policy;
    private final Instant from;

    /**
     * @param from levels that came before it are passed: the policy did not hold then, or the ticket was not ours yet
     */
    LevelPlan(long ticket, PublishedPolicy policy, Instant from) {
        this.ticket = ticket;
        this.policy = policy;
        this.from = from;
    }

    /** Lays out the levels of one clock. */
    void add(Clocks clocks, ClockReading reading) {
        if (!reading.isOwed() || reading.isPaused()) {
            return;
        }
        var key = new Key(reading.type(), reading.start());
        var levels = policy.terms().levels();
        Instant before = null;
        for (int i = 0; i < levels.size(); i++) {
            var level = levels.get(i);
            var own = level.clock() == reading.type()
                    ? clocks.at(reading, level.offset()).orElse(null)
                    : null;
            if (own != null) {
                var due = before != null && before.isAfter(own) ? before : own;
                var state = due.isBefore(from) ? State.PASSED : State.WAITING;
                wanted.add(new StoredLevel(
                        ticket,
                        key,
                        level.toString(),
                        i + 1,
                        policy.version(),
                        due,
                        state,
                        state == State.PASSED ? from : null));
                before = due;
            }
        }
    }

    /** What is to be written and what is to go, given what is kept and what o'clock it is. */
    Change against(List<StoredLevel> stored, Instant now) {
        return change(wanted, stored, now);
    }

    /** For a ticket that no policy fits any more. */
    static Change none(List<StoredLevel> stored) {
        return change(List.of(), stored, Instant.EPOCH);
    }

    record Change(List<StoredLevel> put, List<StoredLevel> gone) {}

    private static Change change(List<StoredLevel> wanted, List<StoredLevel> stored, Instant now) {
        var known = stored.stream().collect(Collectors.toMap(StoredLevel::id, Function.identity()));
        var put = wanted.stream().filter(level -> isNews(level, known, now)).toList();
        var kept = new HashSet<StoredLevel.Id>();
        wanted.forEach(level -> kept.add(level.id()));
        var gone = stored.stream()
                .filter(level -> level.isWaiting() && !kept.contains(level.id()))
                .toList();
        return new Change(put, gone);
    }

    private static boolean isNews(StoredLevel level, Map<StoredLevel.Id, StoredLevel> known, Instant now) {
        var before = known.get(level.id());
        if (before == null) {
            return true;
        }
        return switch (before.state()) {
            case RAN -> false;
            case PASSED -> level.due().isAfter(now) && !level.due().equals(before.due());
            case WAITING -> !level.equals(before);
        };
    }
}
