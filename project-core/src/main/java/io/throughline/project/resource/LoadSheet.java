package io.throughline.project.resource;

import io.throughline.foundation.calendar.LocalHours;
import io.throughline.project.schedule.leveling.LoadSweep;
import io.throughline.project.schedule.leveling.LoadSweep.Peak;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The load of one resource over a row of periods, on one line of local seconds.
 *
 * <pre>
 *   capacity of a period = its own working time in the period × units
 *   load of a period     = Σ over bookings: working time of the booking in the period × its units
 *   overload             = a working interval in which Σ units of the bookings &gt; units by more than rounding, or any
 *                          units while it is away
 * </pre>
 *
 * Overload is found per working interval, never by the sum of a period (scheduling rule 15): 4 h in the morning at 200 %
 * is an overload although the day has 8 h. Intervals with no working time of its own between them are told as one.
 *
 * <p>Example: Mon–Fri 08–12, 13–17, one full resource; 60 % from Monday to Friday and 50 % on Thursday and Friday. The
 * week's load is 24 + 8 = 32 of 40 h, and Thursday 08:00 to Friday 17:00 is an overload of 110 %.
 */
final class LoadSheet {

    private static final int WHOLE = 10_000;

    private final long[] bounds;
    private final Presence presence;
    private final int units;
    private final long[] assigned;
    private final LoadSweep present = new LoadSweep();
    private final LoadSweep away = new LoadSweep();

    /**
     * When the resource is there.
     *
     * @param hours its working time, without its leave; counts as capacity
     * @param gate when it can work at all; null where that is always
     * @param shift seconds that the sheet's line is ahead of these hours' line
     */
    record Presence(LocalHours hours, @Nullable LocalHours gate, long shift) {}

    /**
     * @param hours of it between the two, on a line that the sheet's is {@code shift} seconds ahead of; {@code from} and
     *     {@code to} are on that line too
     */
    record Booking(long id, long from, long to, int units, LocalHours hours, long shift) {}

    /** @param bookings ids of what collides */
    record Stretch(LocalDateTime from, LocalDateTime to, int units, int capacity, List<Long> bookings) {}

    /** @param bounds where the periods begin, and where the last ends */
    LoadSheet(long[] bounds, Presence presence, int units) {
        this.bounds = bounds.clone();
        this.presence = presence;
        this.units = units;
        this.assigned = new long[bounds.length - 1];
    }

    void add(Booking one) {
        long from = Math.max(one.from(), bounds[0] - one.shift());
        long to = Math.min(one.to(), bounds[bounds.length - 1] - one.shift());
        long open = one.hours().add(from, 0);
        while (open != LocalHours.NEVER && open < to) {
            long close = one.hours().openUntil(open, to);
            take(one, open + one.shift(), close + one.shift());
            open = one.hours().add(close, 0);
        }
    }

    /** Minutes of each period. */
    long[] assigned() {
        var minutes = new long[assigned.length];
        for (int i = 0; i < minutes.length; i++) {
            minutes[i] = Math.round((double) assigned[i] / WHOLE / 60);
        }
        return minutes;
    }

    /** Minutes of each period. */
    long[] capacity() {
        var minutes = new long[bounds.length - 1];
        for (int i = 0; i < minutes.length; i++) {
            long seconds = presence.hours().between(bounds[i] - presence.shift(), bounds[i + 1] - presence.shift());
            minutes[i] = Math.round((double) seconds * units / WHOLE / 60);
        }
        return minutes;
    }

    /** Each working interval by itself, in order of time. */
    List<Stretch> overloads() {
        var found = new ArrayList<Stretch>();
        present.over(LoadSweep.withRounding(units)).forEach(peak -> found.add(stretch(peak, units)));
        away.over(0).forEach(peak -> found.add(stretch(peak, 0)));
        found.sort(Comparator.comparing(Stretch::from));
        return found;
    }

    /** The overloads, those without working time between them as one. */
    List<Stretch> clashes() {
        return joined(overloads());
    }

    /** Those without working time between them as one. */
    List<Stretch> joined(List<Stretch> stretches) {
        var joined = new ArrayList<Stretch>();
        for (var next : stretches) {
            var last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (last != null && last.capacity() == next.capacity() && isNothingBetween(last.to(), next.from())) {
                joined.set(joined.size() - 1, both(last, next));
            } else {
                joined.add(next);
            }
        }
        return joined;
    }

    private boolean isNothingBetween(LocalDateTime from, LocalDateTime to) {
        return presence.hours().between(second(from) - presence.shift(), second(to) - presence.shift()) <= 0;
    }

    private static Stretch both(Stretch a, Stretch b) {
        var ids = new TreeSet<>(a.bookings());
        ids.addAll(b.bookings());
        var to = a.to().isAfter(b.to()) ? a.to() : b.to();
        return new Stretch(a.from(), to, Math.max(a.units(), b.units()), a.capacity(), List.copyOf(ids));
    }

    private void take(Booking one, long from, long to) {
        for (int i = period(from); i < assigned.length && bounds[i] < to; i++) {
            assigned[i] += (Math.min(to, bounds[i + 1]) - Math.max(from, bounds[i])) * one.units();
        }
        var gate = presence.gate();
        if (gate == null) {
            present.add(from, to, one.units(), one.id());
            return;
        }
        long shift = presence.shift();
        for (long at = from; at < to; ) {
            long until = gate.openUntil(at - shift, to - shift) + shift;
            if (until > at) {
                present.add(at, until, one.units(), one.id());
            } else {
                long open = gate.add(at - shift, 0);
                until = open == LocalHours.NEVER ? to : Math.min(to, open + shift);
                away.add(at, until, one.units(), one.id());
            }
            at = until;
        }
    }

    private int period(long second) {
        int at = java.util.Arrays.binarySearch(bounds, second);
        return at >= 0 ? at : -at - 2;
    }

    private static Stretch stretch(Peak peak, int capacity) {
        return new Stretch(local(peak.from()), local(peak.to()), peak.units(), capacity, peak.ids());
    }

    private static LocalDateTime local(long second) {
        return LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC);
    }

    private static long second(LocalDateTime time) {
        return time.toEpochSecond(ZoneOffset.UTC);
    }
}
