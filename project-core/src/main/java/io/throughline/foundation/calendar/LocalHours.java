package io.throughline.foundation.calendar;

import java.util.List;
import java.util.TreeSet;

/**
 * Working hours on a local time line without zone or clock change: the primitive core below {@link WorkCalendar}, and
 * what a planner that works in local date-times uses directly.
 *
 * <p>Times are local seconds since 1970-01-01T00:00 ({@code LocalDateTime.toEpochSecond(UTC)}). Working seconds are
 * numbered: second {@code s} is the one with {@code index = worked(s)} working seconds before it (from a fixed origin),
 * and {@code secondAt(index)} finds it again. Hence, for a positive amount {@code d},
 *
 * <pre>
 *   between(a, b) = worked(b) − worked(a)
 *   add(a, d)     = secondAt(worked(a) + d − 1) + 1     the end of the d-th working second: at closing time, not after it
 *   opening(a)    = secondAt(worked(a))                 the next working second, a itself when open
 * </pre>
 *
 * Each is a binary search over the special dates plus arithmetic on weeks; nothing is walked or allocated.
 *
 * <p>Example: Mon–Fri 08–12, 13–17; from Thu 2003-10-09 11:30 add 1 h. The thirty minutes to noon are used up, thirty
 * remain, the last of them ends at 13:30.
 */
public final class LocalHours {

    /** Answer where no such working second exists. */
    public static final long NEVER = Long.MIN_VALUE;

    private static final int DAY = WorkPeriod.DAY;

    private final int[][] week;
    private final long[] dates;
    private final int[][] hours;
    private final Tally seconds;
    private final Tally days;

    /**
     * @param week spans of Monday to Sunday
     * @param dates epoch days with other hours, ascending
     * @param hours their spans
     */
    LocalHours(int[][] week, long[] dates, int[][] hours) {
        this.week = week;
        this.dates = dates;
        this.hours = hours;
        this.seconds = new Tally(lengths(week, DAY), dates, lengths(hours, DAY));
        this.days = new Tally(lengths(week, 1), dates, lengths(hours, 1));
    }

    /** Number of working seconds before {@code second}, from an origin fixed for this object. */
    public long worked(long second) {
        long day = Math.floorDiv(second, (long) DAY);
        int next = seconds.datesBefore(day);
        return seconds.before(day, next) + Spans.before(on(day, next), (int) (second - day * DAY));
    }

    /** The working second that has {@code index} working seconds before it, or {@link #NEVER}. */
    public long secondAt(long index) {
        long day = seconds.dayOf(index);
        if (day == Tally.NONE) {
            return NEVER;
        }
        int next = seconds.datesBefore(day);
        return day * DAY + Spans.at(on(day, next), (int) (index - seconds.before(day, next)));
    }

    /**
     * {@code amount} working seconds after {@code second} (before it when negative): at closing time when they run out
     * there, at opening time when counted back to it; the next opening for 0; {@link #NEVER} if there is none.
     */
    public long add(long second, long amount) {
        long index = worked(second) + amount;
        if (amount <= 0) {
            return secondAt(index);
        }
        long last = secondAt(index - 1);
        return last == NEVER ? NEVER : last + 1;
    }

    /** Working seconds from {@code a} to {@code b}; negative when {@code b} is earlier. */
    public long between(long a, long b) {
        return worked(b) - worked(a);
    }

    public boolean isOpen(long second) {
        long day = Math.floorDiv(second, (long) DAY);
        return Spans.contains(on(day), (int) (second - day * DAY));
    }

    /** How long it stays open from {@code second} on, but not beyond {@code limit}; {@code second} itself when closed. */
    public long openUntil(long second, long limit) {
        long until = second;
        while (until < limit && isOpen(until)) {
            until = nextBound(until);
        }
        return Math.min(until, limit);
    }

    /**
     * The same hours with time running backward: what is open from {@code a} to {@code b} here is open from {@code −b} to
     * {@code −a} there.
     */
    public LocalHours mirrored() {
        var mirroredWeek = new int[7][];
        for (long day = 0; day < 7; day++) {
            mirroredWeek[Tally.dayOfWeek(day)] = Spans.mirrored(week[Tally.dayOfWeek(-1 - day)]);
        }
        int last = dates.length - 1;
        var mirroredDates = new long[dates.length];
        var mirroredHours = new int[dates.length][];
        for (int i = 0; i < dates.length; i++) {
            mirroredDates[last - i] = -1 - dates[i];
            mirroredHours[last - i] = Spans.mirrored(hours[i]);
        }
        return new LocalHours(mirroredWeek, mirroredDates, mirroredHours);
    }

    /** Number of days with working time before {@code epochDay}, from a fixed origin. */
    public long workingDaysBefore(long epochDay) {
        return days.before(epochDay);
    }

    /** The working day (epoch day) with {@code index} working days before it, or {@link #NEVER}. */
    public long workingDayAt(long index) {
        return days.dayOf(index);
    }

    /** The next moment after {@code second} at which this opens, closes or a day ends. */
    long nextBound(long second) {
        long day = Math.floorDiv(second, (long) DAY);
        return day * DAY + Spans.nextBound(on(day), (int) (second - day * DAY));
    }

    int[] on(long day) {
        return on(day, seconds.datesBefore(day));
    }

    private int[] on(long day, int next) {
        return next < dates.length && dates[next] == day ? hours[next] : week[Tally.dayOfWeek(day)];
    }

    /**
     * What is open in all parts, in the time of the first. Part {@code k} is moved {@code shifts[k]} seconds later, which
     * is how far the first part's zone is ahead of its own.
     */
    static LocalHours intersection(List<LocalHours> parts, long[] shifts) {
        if (parts.size() == 1 && shifts[0] == 0) {
            return parts.get(0);
        }
        var special = new TreeSet<Long>();
        for (int k = 0; k < shifts.length; k++) {
            for (long date : parts.get(k).dates) {
                special.add(Math.floorDiv(date * DAY + shifts[k], (long) DAY));
                special.add(Math.floorDiv((date + 1) * DAY + shifts[k] - 1, (long) DAY));
            }
        }
        var week = new int[7][];
        for (int day = 0; day < 7; day++) {
            week[day] = common(parts, shifts, day, true);
        }
        var dates = special.stream().mapToLong(Long::longValue).toArray();
        var hours = new int[dates.length][];
        for (int i = 0; i < dates.length; i++) {
            hours[i] = common(parts, shifts, dates[i], false);
        }
        return new LocalHours(week, dates, hours);
    }

    private static int[] common(List<LocalHours> parts, long[] shifts, long day, boolean ordinary) {
        int[] open = {0, DAY};
        for (int k = 0; k < shifts.length; k++) {
            long start = day * DAY - shifts[k];
            long first = Math.floorDiv(start, (long) DAY);
            int shift = (int) (start - first * DAY);
            var part = parts.get(k);
            var window = ordinary
                    ? Spans.window(part.weekday(first), part.weekday(first + 1), shift)
                    : Spans.window(part.on(first), part.on(first + 1), shift);
            open = Spans.intersect(open, window);
        }
        return open;
    }

    private int[] weekday(long day) {
        return week[(int) Math.floorMod(day, 7L)];
    }

    private static int[] lengths(int[][] spans, int most) {
        var lengths = new int[spans.length];
        for (int i = 0; i < spans.length; i++) {
            lengths[i] = Math.min(Spans.length(spans[i]), most);
        }
        return lengths;
    }
}
