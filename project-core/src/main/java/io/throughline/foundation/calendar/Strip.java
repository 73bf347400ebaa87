package io.throughline.foundation.calendar;

import io.throughline.foundation.calendar.Layer.DayKind;
import io.throughline.foundation.calendar.Segment.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a span into segments: piece by piece while they are few; of a long span the first pieces, one sum for each
 * stretch between pauses, and the last three weeks piece by piece again, so that a due time in five years is still
 * explained in some hundred lines that add up.
 */
final class Strip {

    private static final int MOST = 400;
    private static final int HEAD = 120;
    private static final int STEPS = 20_000;
    private static final Duration TAIL = Duration.ofDays(21);

    private final WorkCalendar calendar;
    private final PausedClock clock;
    private final List<Pause> pauses;

    Strip(WorkCalendar calendar, PausedClock clock, List<Pause> pauses) {
        this.calendar = calendar;
        this.clock = clock;
        this.pauses = pauses;
    }

    List<Segment> between(Instant from, Instant to) {
        var pieces = new ArrayList<Segment>();
        if (walk(from, to, pieces).equals(to)) {
            return pieces;
        }
        var strip = new ArrayList<>(pieces.subList(0, Math.min(HEAD, pieces.size())));
        var head = strip.get(strip.size() - 1).to();
        var tail = to.minus(TAIL);
        if (tail.isBefore(head)) {
            sum(head, to, strip);
            return strip;
        }
        sum(head, tail, strip);
        var last = new ArrayList<Segment>();
        sum(walk(tail, to, last), to, last);
        strip.addAll(last);
        return strip;
    }

    /** Adds the pieces from {@code from} on and says how far it came. */
    private Instant walk(Instant from, Instant to, List<Segment> pieces) {
        var now = from;
        for (int step = 0; now.isBefore(to) && step < STEPS; step++) {
            var kind = kindAt(now);
            var end = boundAfter(now);
            end = end.isAfter(to) ? to : end;
            int last = pieces.size() - 1;
            if (last >= 0 && pieces.get(last).kind() == kind) {
                pieces.set(last, piece(pieces.get(last).from(), end, kind));
            } else if (last + 1 == MOST) {
                return now;
            } else {
                pieces.add(piece(now, end, kind));
            }
            now = end;
        }
        return now;
    }

    /** One segment for each stretch that is paused or not. */
    private void sum(Instant from, Instant to, List<Segment> strip) {
        var now = from;
        for (var pause : pauses) {
            var end = pause.to() == null || pause.to().isAfter(to) ? to : pause.to();
            var begin = pause.from().isBefore(now) ? now : pause.from();
            if (!begin.isBefore(end) || !begin.isBefore(to)) {
                continue;
            }
            addSum(now, begin, Kind.COUNTED, strip);
            addSum(begin, end, Kind.PAUSED, strip);
            now = end;
        }
        addSum(now, to, Kind.COUNTED, strip);
    }

    private void addSum(Instant from, Instant to, Kind kind, List<Segment> strip) {
        if (from.isBefore(to)) {
            strip.add(new Segment(from, to, kind, calendar.workingTimeBetween(from, to), true));
        }
    }

    private Kind kindAt(Instant at) {
        if (calendar.isOpen(at)) {
            if (isPaused(at)) {
                return Kind.PAUSED;
            }
            return isDay(at, DayKind.MAKE_UP) ? Kind.MAKE_UP_DAY : Kind.COUNTED;
        }
        return isDay(at, DayKind.HOLIDAY) ? Kind.HOLIDAY : Kind.OUTSIDE_HOURS;
    }

    private boolean isDay(Instant at, DayKind kind) {
        for (var layer : calendar.layers()) {
            long day = Math.floorDiv(localSecond(layer, at), (long) WorkPeriod.DAY);
            if (layer.kinds().get(day) == kind) {
                return true;
            }
        }
        return false;
    }

    private boolean isPaused(Instant at) {
        int low = 0;
        int high = pauses.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (pauses.get(middle).from().isAfter(at)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        if (low == 0) {
            return false;
        }
        var end = pauses.get(low - 1).to();
        return end == null || at.isBefore(end);
    }

    private Instant boundAfter(Instant at) {
        long second = at.getEpochSecond();
        long bound = calendar.nextBound(second);
        for (var layer : calendar.layers()) {
            long local = localSecond(layer, at);
            bound = Math.min(bound, second + WorkPeriod.DAY - Math.floorMod(local, (long) WorkPeriod.DAY));
        }
        var next = Instant.ofEpochSecond(bound);
        for (var pause : pauses) {
            next = nearer(at, next, pause.from());
            if (pause.to() != null) {
                next = nearer(at, next, pause.to());
            }
        }
        return next;
    }

    private static Instant nearer(Instant at, Instant next, Instant bound) {
        return bound.isAfter(at) && bound.isBefore(next) ? bound : next;
    }

    private static long localSecond(Layer layer, Instant at) {
        return at.getEpochSecond() + layer.zone().getRules().getOffset(at).getTotalSeconds();
    }

    private static Segment piece(Instant from, Instant to, Kind kind) {
        return new Segment(from, to, kind, Duration.between(from, to), false);
    }
}
