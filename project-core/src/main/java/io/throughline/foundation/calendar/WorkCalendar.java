package io.throughline.foundation.calendar;

import io.throughline.foundation.model.RuleViolation;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The one working-time engine, used by schedules, service clocks, time sheets and dispatch. Immutable, thread-safe, a
 * pure function of its week, its special days and its zone.
 *
 * <p><b>Method.</b> Let {@code W(t)} be the number of working seconds before instant {@code t}. It grows by one in each
 * second in which the zone's wall clock shows an open time, and stands still otherwise. Everything follows from it:
 *
 * <pre>
 *   workingTimeBetween(a, b) = W(b) − W(a)
 *   add(t, d), d &gt; 0         = the first instant with W = W(t) + d     closing time rather than the next opening
 *   add(t, d), d ≤ 0         = the last instant with W = W(t) + d      opening time; for 0 the next opening
 * </pre>
 *
 * {@code W} and its inverse are sums of three known parts: whole weeks (multiplication), special days (prefix sums, binary
 * search; {@link Tally}) and the stretches between clock changes (prefix sums, binary search; {@link Timeline}). So both
 * operations are O(log n) in the days spanned, without walking or allocating. Precedence on one date: break, override,
 * holiday, week.
 *
 * <p><b>Example.</b> Mon–Fri 09–12 and 13–18, Asia/Shanghai; 480 minutes from Fri 2026-11-20 17:30. Friday gives 30,
 * Monday's morning 180, the remaining 270 end at Mon 17:30. With Sunday 2026-11-22 made a working day the Sunday gives
 * 450 of them: due Sun 17:30.
 *
 * <p><b>Clock changes.</b> Real elapsed time counts: 00:00–24:00 on the day Berlin turns back is 25 hours, 02:00–03:00 on
 * the day it turns forward is nothing.
 *
 * <p>Rules: service-rules, "Working time" and clock rules 1–4, 10–12. Instants from year 1 to 9999, kept to the
 * nanosecond; outside {@link RuleViolation} {@code foundation.calendar.outOfRange}. Where no working time is left
 * {@code foundation.calendar.neverOpens}.
 */
public final class WorkCalendar {

    static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final long FIRST_SECOND = FIRST.getEpochSecond();
    private static final long LAST_SECOND =
            Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();
    private static final int[] HORIZONS = {2100, 2500, 10_000};
    private static final int NANOS = 1_000_000_000;

    private final List<Layer> layers;
    private volatile Timeline timeline;
    private volatile int horizon;

    private WorkCalendar(List<Layer> layers) {
        this.layers = List.copyOf(layers);
        this.timeline = new Timeline(layers, HORIZONS[0]);
    }

    /** A calendar of ordinary weeks with special days; local times are read in {@code zone}. */
    public static WorkCalendar of(ZoneId zone, WorkWeek week, Collection<SpecialDay> specials) {
        return new WorkCalendar(List.of(Layer.of(zone, week, specials)));
    }

    /** Open at every moment. */
    public static WorkCalendar always(ZoneId zone) {
        return of(zone, WorkWeek.always(), List.of());
    }

    /** The zone in which days are counted; an intersection's is that of its first calendar. */
    public ZoneId zone() {
        return layers.get(0).zone();
    }

    /** Open when both are: support hours ∩ the customer's site hours. Zones may differ. */
    public WorkCalendar intersect(WorkCalendar other) {
        var both = new ArrayList<>(layers);
        both.addAll(other.layers);
        return new WorkCalendar(both);
    }

    /**
     * {@code start} plus working time, exact to the nanosecond. A positive amount that runs out at closing time ends at
     * closing time; a negative one that ends at an opening ends at the opening; zero is {@link #nextOpening}.
     */
    public Instant add(Instant start, Duration working) {
        long second = second(start);
        long amount = working.getSeconds();
        if (amount > LAST_SECOND - FIRST_SECOND || amount < FIRST_SECOND - LAST_SECOND) {
            throw outOfRange(working);
        }
        long nanos = (long) working.getNano() + nanosAt(start);
        long index = worked(second) + amount + nanos / NANOS;
        long rest = nanos % NANOS;
        if (rest == 0 && !working.isNegative() && !working.isZero()) {
            return instant(secondAt(index - 1) + 1, 0);
        }
        return instant(secondAt(index), rest);
    }

    /** Working time from {@code a} to {@code b}; negative when {@code b} is earlier. */
    public Duration workingTimeBetween(Instant a, Instant b) {
        return Duration.ofSeconds(worked(second(b)) - worked(second(a)), nanosAt(b) - nanosAt(a));
    }

    /** Working time from {@code from} to {@code to} outside the pauses; negative when {@code to} is earlier. */
    public Duration workingTime(Instant from, Instant to, Collection<Pause> pauses) {
        return new PausedClock(this, pauses).workingTime(from, to);
    }

    /** Whether there is any working time at all, on the local time line. */
    public boolean isEverOpen() {
        return local().secondAt(0) != LocalHours.NEVER;
    }

    public boolean isOpen(Instant at) {
        long second = second(at);
        return timeline(second).isOpen(second);
    }

    /** {@code from} itself when open, else the first open moment after it. */
    public Instant nextOpening(Instant from) {
        return add(from, Duration.ZERO);
    }

    /**
     * The same clock time {@code days} working days later (earlier when negative), or the next opening if that time is
     * closed; from a closed moment the count starts at the next opening, so Saturday + 1 is Tuesday's opening. A working
     * day is a local date with any working time.
     *
     * @param endOfDay the end of that working day instead
     */
    public Instant addWorkingDays(Instant start, int days, boolean endOfDay) {
        return new WorkingDays(this).add(start, days, endOfDay);
    }

    /**
     * When a clock started at {@code start} has counted {@code target}, standing still during the pauses, with the strip
     * that explains it. A negative target counts back. Pauses may be in any order, overlap and have no end yet: then
     * there may be no due time.
     */
    public Due due(Instant start, Duration target, Collection<Pause> pauses) {
        return new PausedClock(this, pauses).due(start, target);
    }

    /** {@link #due} without the explanation; empty while a pause without end holds the clock. */
    public Optional<Instant> dueAt(Instant start, Duration target, Collection<Pause> pauses) {
        return new PausedClock(this, pauses).dueAt(start, target);
    }

    /** What the time from {@code from} to {@code to} consists of, in order. */
    public List<Segment> explain(Instant from, Instant to, Collection<Pause> pauses) {
        return new PausedClock(this, pauses).explain(from, to);
    }

    /**
     * The hours on a local time line without zone, for planners that work in local date-times. Where the calendars of an
     * intersection lie in different zones, the hours of their present offsets.
     */
    public LocalHours local() {
        return timeline.latestHours();
    }

    /** {@code W}: working seconds before this epoch second, counted from an origin fixed for this calendar. */
    public long worked(long epochSecond) {
        return timeline(epochSecond).worked(epochSecond);
    }

    /**
     * Inverse of {@link #worked}: the working second that has {@code index} working seconds before it.
     *
     * @throws RuleViolation {@code foundation.calendar.neverOpens} if there is none
     */
    public long secondAt(long index) {
        while (true) {
            var line = timeline;
            long second = line.secondAt(index);
            boolean known = second < line.until() && second != LocalHours.NEVER;
            if (known && second >= FIRST_SECOND && second <= LAST_SECOND) {
                return second;
            }
            if (known) {
                throw outOfRange(second);
            }
            if (line.until() == Long.MAX_VALUE || horizon == HORIZONS.length - 1) {
                throw new RuleViolation("foundation.calendar.neverOpens");
            }
            lookFurther();
        }
    }

    List<Layer> layers() {
        return layers;
    }

    long nextBound(long epochSecond) {
        return timeline(epochSecond).nextBound(epochSecond);
    }

    private Timeline timeline(long second) {
        var line = timeline;
        while (second >= line.until() && horizon < HORIZONS.length - 1) {
            lookFurther();
            line = timeline;
        }
        return line;
    }

    private synchronized void lookFurther() {
        if (horizon < HORIZONS.length - 1) {
            timeline = new Timeline(layers, HORIZONS[horizon + 1]);
            horizon++;
        }
    }

    private int nanosAt(Instant at) {
        return at.getNano() != 0 && isOpen(at) ? at.getNano() : 0;
    }

    static long second(Instant at) {
        long second = at.getEpochSecond();
        if (second < FIRST_SECOND || second > LAST_SECOND) {
            throw outOfRange(at);
        }
        return second;
    }

    private static Instant instant(long second, long nanos) {
        return Instant.ofEpochSecond(second, nanos);
    }

    private static RuleViolation outOfRange(Object what) {
        return new RuleViolation("foundation.calendar.outOfRange", what);
    }
}
