package io.throughline.foundation.calendar;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A calendar on which a clock stands still during pauses. Nothing is kept as a counter: from the start the working time up
 * to each pause is taken off the target, and what is left is added after the last one that mattered.
 */
final class PausedClock {

    private final WorkCalendar calendar;
    private final List<Pause> pauses;

    PausedClock(WorkCalendar calendar, Collection<Pause> pauses) {
        this.calendar = calendar;
        this.pauses = merged(pauses);
    }

    Due due(Instant start, Duration target) {
        var stop = target.isNegative() ? back(start, target.negated()) : forward(start, target);
        var strip = stop.at.isBefore(start) ? negated(explain(stop.at, start)) : explain(start, stop.at);
        return new Due(stop.reached ? stop.at : null, stop.left, strip);
    }

    Optional<Instant> dueAt(Instant start, Duration target) {
        var stop = target.isNegative() ? back(start, target.negated()) : forward(start, target);
        return stop.reached ? Optional.of(stop.at) : Optional.empty();
    }

    Duration workingTime(Instant from, Instant to) {
        if (to.isBefore(from)) {
            return workingTime(to, from).negated();
        }
        var sum = calendar.workingTimeBetween(from, to);
        for (var pause : pauses) {
            var begin = later(pause.from(), from);
            var end = pause.to() == null ? to : earlier(pause.to(), to);
            if (begin.isBefore(end)) {
                sum = sum.minus(calendar.workingTimeBetween(begin, end));
            }
        }
        return sum;
    }

    List<Segment> explain(Instant from, Instant to) {
        return to.isBefore(from)
                ? negated(new Strip(calendar, this, pauses).between(to, from))
                : new Strip(calendar, this, pauses).between(from, to);
    }

    private record Stop(Instant at, boolean reached, Duration left) {}

    private Stop forward(Instant start, Duration target) {
        var now = start;
        var left = target;
        for (var pause : pauses) {
            var end = pause.to();
            if (end != null && !end.isAfter(now)) {
                continue;
            }
            if (pause.from().isAfter(now)) {
                var free = calendar.workingTimeBetween(now, pause.from());
                if (left.isZero() ? !free.isZero() : left.compareTo(free) <= 0) {
                    break;
                }
                left = left.minus(free);
            }
            if (end == null) {
                return new Stop(later(now, pause.from()), false, left);
            }
            now = end;
        }
        return new Stop(calendar.add(now, left), true, Duration.ZERO);
    }

    private Stop back(Instant start, Duration target) {
        var now = start;
        var left = target;
        for (int i = pauses.size() - 1; i >= 0; i--) {
            var pause = pauses.get(i);
            if (!pause.from().isBefore(now)) {
                continue;
            }
            var end = pause.to() == null ? now : earlier(pause.to(), now);
            var free = calendar.workingTimeBetween(end, now);
            if (left.compareTo(free) <= 0) {
                break;
            }
            left = left.minus(free);
            now = pause.from();
        }
        return new Stop(calendar.add(now, left.negated()), true, Duration.ZERO);
    }

    private static List<Pause> merged(Collection<Pause> pauses) {
        if (pauses.isEmpty()) {
            return List.of();
        }
        var sorted = pauses.stream().sorted(Comparator.comparing(Pause::from)).toList();
        var merged = new ArrayList<Pause>();
        var open = sorted.get(0);
        for (var next : sorted) {
            var end = open.to();
            if (end == null) {
                break;
            }
            if (next.from().isAfter(end)) {
                merged.add(open);
                open = next;
            } else if (next.to() == null || next.to().isAfter(end)) {
                open = new Pause(open.from(), next.to());
            }
        }
        merged.add(open);
        return merged;
    }

    private static List<Segment> negated(List<Segment> strip) {
        return strip.stream()
                .map(part -> new Segment(
                        part.from(), part.to(), part.kind(), part.time().negated(), part.summed()))
                .toList();
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
