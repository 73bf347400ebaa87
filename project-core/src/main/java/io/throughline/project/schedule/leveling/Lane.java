package io.throughline.project.schedule.leveling;

import java.util.Arrays;

/**
 * How much of one resource, or of several packed side by side into a word, is in use over time: a step function, kept as
 * sorted steps.
 *
 * <p><b>Method.</b> A resource with capacity {@code c} takes a field of {@code bits(c)} bits and a guard bit above it. The
 * field holds use plus {@code 2^bits − 1 − c}, so that use beyond the capacity carries into the guard: one addition and
 * one mask compare all resources of the lane at once. A lane that can be overloaded by what is fixed has one field only,
 * whose guard is all the bits above it.
 *
 * <p>Example: capacity 5 takes 3 bits, held as use + 2. With 3 in use (5) a demand of 2 gives 7, which fits; 3 gives 8,
 * which is the guard bit.
 */
final class Lane {

    static final long NEVER = Long.MIN_VALUE;

    private final long guard;
    private long[] time;
    private long[] used;
    private int count;
    private long[] freshTime = {};
    private long[] freshUsed = {};
    private int at;

    /**
     * @param guard bits that must stay clear
     * @param empty the word while nothing is in use
     */
    Lane(long guard, long empty) {
        this.guard = guard;
        time = new long[32];
        used = new long[32];
        time[0] = Long.MIN_VALUE;
        used[0] = empty;
        count = 1;
        keep();
    }

    /** A lane of one resource that may be overloaded. */
    static Lane single(int capacity) {
        int bits = bits(capacity);
        return new Lane(-(1L << bits), (1L << bits) - 1 - capacity);
    }

    static int bits(int capacity) {
        return 32 - Integer.numberOfLeadingZeros(capacity);
    }

    /** What is booked now comes back with every {@link #clear}. */
    void keep() {
        freshTime = Arrays.copyOf(time, count);
        freshUsed = Arrays.copyOf(used, count);
    }

    void clear() {
        count = freshTime.length;
        if (count > time.length) {
            time = new long[2 * count];
            used = new long[2 * count];
        }
        System.arraycopy(freshTime, 0, time, 0, count);
        System.arraycopy(freshUsed, 0, used, 0, count);
    }

    /** The first moment from {@code from} on at which {@code demand} fits for so long. */
    long earliest(long from, long length, long demand) {
        int first = stepAt(from);
        long start = from;
        long end = from + length;
        int k = first;
        while (true) {
            while (k < count && time[k] < end && ((used[k] + demand) & guard) == 0) {
                k++;
            }
            if (k == count || time[k] >= end) {
                at = first;
                return start;
            }
            do {
                k++;
            } while (((used[k] + demand) & guard) != 0);
            first = k;
            start = time[k];
            end = start + length;
        }
    }

    /** Where the first clash of {@code demand} with what is booked from {@code from} to {@code to} ends, or {@link #NEVER}. */
    long clashEnd(long from, long to, long demand) {
        for (int k = stepAt(from); k < count && time[k] < to; k++) {
            if (((used[k] + demand) & guard) != 0) {
                do {
                    k++;
                } while (k < count && ((used[k] + demand) & guard) != 0);
                return k == count ? Long.MAX_VALUE : time[k];
            }
        }
        return NEVER;
    }

    /** Where the last clash between {@code from} and {@code to} begins, or {@link #NEVER}. */
    long clashStart(long from, long to, long demand) {
        for (int k = stepAt(to - 1); k >= 0 && (k == count - 1 || time[k + 1] > from); k--) {
            if (((used[k] + demand) & guard) != 0) {
                while (k > 0 && ((used[k - 1] + demand) & guard) != 0) {
                    k--;
                }
                return time[k];
            }
        }
        return NEVER;
    }

    void book(long from, long to, long demand) {
        if (from >= to) {
            return;
        }
        at = stepAt(from);
        bookHere(from, to, demand);
    }

    /** Books what {@link #earliest} has just found. */
    void bookHere(long from, long to, long demand) {
        if (count + 2 > time.length) {
            time = Arrays.copyOf(time, 2 * time.length);
            used = Arrays.copyOf(used, 2 * used.length);
        }
        int k = at;
        if (time[k] != from) {
            insert(++k, from);
        }
        while (k < count && time[k] < to) {
            used[k++] += demand;
        }
        if (k == count || time[k] != to) {
            insert(k, to);
            used[k] -= demand;
        }
    }

    private void insert(int k, long moment) {
        System.arraycopy(time, k, time, k + 1, count - k);
        System.arraycopy(used, k, used, k + 1, count - k);
        time[k] = moment;
        used[k] = used[k - 1];
        count++;
    }

    private int stepAt(long moment) {
        int low = 0;
        int high = count;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (time[middle] <= moment) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
