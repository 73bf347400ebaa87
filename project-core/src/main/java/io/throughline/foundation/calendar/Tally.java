package io.throughline.foundation.calendar;

import java.util.Arrays;

/**
 * Counts units over days, where every day of the week has a fixed number of units and some dates have another.
 *
 * <p>{@code before(day) = weeks · unitsOfAWeek + prefix[dayOfWeek] + correction(dates before day)}; the inverse searches
 * the dates for the correction and divides by the week. Both are O(log dates), whatever the distance.
 *
 * <p>Example: 5 units Monday to Friday, Thursday a special date with 2. From that Monday {@code before(Friday)} is
 * 4 · 5 − 3 = 17 more than {@code before(Monday)}.
 */
final class Tally {

    /** There is no such unit. */
    static final long NONE = Long.MIN_VALUE;

    private static final int MONDAY_OF_EPOCH_WEEK = 3;

    private final long[] week = new long[8];
    private final long[] dates;
    private final long[] units;
    private final long[] correction;
    private final long[] start;

    /**
     * @param weekUnits units of Monday to Sunday
     * @param dates special days (epoch days), ascending
     * @param units their units
     */
    Tally(int[] weekUnits, long[] dates, int[] units) {
        for (int day = 0; day < 7; day++) {
            week[day + 1] = week[day] + weekUnits[day];
        }
        this.dates = dates;
        this.units = Arrays.stream(units).asLongStream().toArray();
        this.correction = new long[dates.length + 1];
        this.start = new long[dates.length];
        for (int i = 0; i < dates.length; i++) {
            start[i] = ordinary(dates[i]) + correction[i];
            correction[i + 1] = correction[i] + units[i] - weekUnits[dayOfWeek(dates[i])];
        }
    }

    /** Monday = 0. */
    static int dayOfWeek(long epochDay) {
        return (int) Math.floorMod(epochDay + MONDAY_OF_EPOCH_WEEK, 7L);
    }

    /** Number of {@code dates} before {@code day}. */
    int datesBefore(long day) {
        int low = 0;
        int high = dates.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (dates[middle] < day) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Units before {@code day}, counted from a fixed origin. */
    long before(long day) {
        return before(day, datesBefore(day));
    }

    long before(long day, int datesBefore) {
        return ordinary(day) + correction[datesBefore];
    }

    /** The day that holds the unit with {@code index} units before it, or {@link #NONE}. */
    long dayOf(long index) {
        int next = startsUpTo(index);
        if (next > 0 && index < start[next - 1] + units[next - 1]) {
            return dates[next - 1];
        }
        if (week[7] == 0) {
            return NONE;
        }
        long rest = index - correction[next];
        long weeks = Math.floorDiv(rest, week[7]);
        long within = rest - weeks * week[7];
        int day = 0;
        while (week[day + 1] <= within) {
            day++;
        }
        return weeks * 7 + day - MONDAY_OF_EPOCH_WEEK;
    }

    private int startsUpTo(long index) {
        int low = 0;
        int high = start.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (start[middle] <= index) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private long ordinary(long day) {
        long shifted = day + MONDAY_OF_EPOCH_WEEK;
        long weeks = Math.floorDiv(shifted, 7L);
        return weeks * week[7] + week[(int) (shifted - 7 * weeks)];
    }
}
