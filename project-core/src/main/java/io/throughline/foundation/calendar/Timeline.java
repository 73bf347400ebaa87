package io.throughline.foundation.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.TreeSet;

/**
 * Local hours laid on the real time line. Between two clock changes local time is UTC plus a constant, so each such
 * stretch counts with {@link LocalHours} and is joined to its neighbours:
 *
 * <pre>
 *   worked(t) = local.worked(t + offset) + shift      shift chosen so that worked() is continuous at each change
 * </pre>
 *
 * An instant is open exactly when the wall clock then shows an open time: an hour that is skipped yields nothing, one
 * that comes twice counts twice. With several layers (an intersection) a stretch ends where either zone changes.
 */
final class Timeline {

    private final long[] start;
    private final long[] offset;
    private final long[] shift;
    private final long[] base;
    private final LocalHours[] hours;
    private final long until;

    /** The line of these layers, right before the year {@code until}, and for ever where no zone changes later. */
    Timeline(List<Layer> layers, int untilYear) {
        var rules = layers.stream().map(layer -> layer.zone().getRules()).toList();
        var horizon = LocalDate.of(untilYear, 1, 1).atStartOfDay().toInstant(ZoneOffset.UTC);
        var changes = changes(rules, horizon);
        int n = changes.length + 1;
        start = new long[n];
        offset = new long[n];
        shift = new long[n];
        base = new long[n];
        hours = new LocalHours[n];
        var known = new HashMap<List<Long>, LocalHours>();
        for (int i = 0; i < n; i++) {
            start[i] = i == 0 ? Long.MIN_VALUE : changes[i - 1];
            var at = i == 0 ? WorkCalendar.FIRST : Instant.ofEpochSecond(start[i]);
            offset[i] = rules.get(0).getOffset(at).getTotalSeconds();
            long ahead = offset[i];
            var shifts = rules.stream()
                    .map(rule -> ahead - rule.getOffset(at).getTotalSeconds())
                    .toList();
            hours[i] = known.computeIfAbsent(
                    shifts,
                    key -> LocalHours.intersection(
                            layers.stream().map(Layer::hours).toList(),
                            key.stream().mapToLong(Long::longValue).toArray()));
            base[i] = i == 0 ? Long.MIN_VALUE : hours[i - 1].worked(start[i] + offset[i - 1]) + shift[i - 1];
            shift[i] = i == 0 ? 0 : base[i] - hours[i].worked(start[i] + offset[i]);
        }
        boolean complete = rules.stream().allMatch(rule -> rule.nextTransition(horizon) == null);
        until = complete ? Long.MAX_VALUE : horizon.getEpochSecond();
    }

    private static long[] changes(List<ZoneRules> rules, Instant horizon) {
        var changes = new TreeSet<Long>();
        for (var rule : rules) {
            var change = rule.nextTransition(WorkCalendar.FIRST);
            while (change != null && change.getInstant().isBefore(horizon)) {
                changes.add(change.toEpochSecond());
                change = rule.nextTransition(change.getInstant());
            }
        }
        return changes.stream().mapToLong(Long::longValue).toArray();
    }

    /** Answers are right for epoch seconds before this one. */
    long until() {
        return until;
    }

    long worked(long second) {
        int i = last(start, second);
        return hours[i].worked(second + offset[i]) + shift[i];
    }

    /** The working second with {@code index} others before it, or {@link LocalHours#NEVER}. */
    long secondAt(long index) {
        int i = last(base, index);
        long local = hours[i].secondAt(index - shift[i]);
        return local == LocalHours.NEVER ? LocalHours.NEVER : local - offset[i];
    }

    boolean isOpen(long second) {
        int i = last(start, second);
        return hours[i].isOpen(second + offset[i]);
    }

    /** The next moment at which this opens, closes, a day ends or the clock changes. */
    long nextBound(long second) {
        int i = last(start, second);
        long bound = hours[i].nextBound(second + offset[i]) - offset[i];
        return i + 1 < start.length ? Math.min(bound, start[i + 1]) : bound;
    }

    /** The hours in force at the end of the line. */
    LocalHours latestHours() {
        return hours[hours.length - 1];
    }

    private static int last(long[] bounds, long value) {
        int at = Arrays.binarySearch(bounds, value);
        if (at < 0) {
            return -at - 2;
        }
        while (at + 1 < bounds.length && bounds[at + 1] == value) {
            at++;
        }
        return at;
    }
}
