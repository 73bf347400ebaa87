package io.throughline.project.schedule.leveling;

import java.util.Arrays;

/**
 * Where a schedule is put together: one step after the other at the first moment that links, calendars and capacity leave
 * free. A board looks either forward in time or backward; backward is forward in a mirror, where step {@code i} is
 * {@code size − 1 − i} and a time {@code t} is {@code −t}, so that whoever works with a board need not know.
 */
abstract class Board {

    final int size;
    private final int[] waiting;
    private final int[][] after;
    private final int[] rank;
    private final boolean ranked;
    private final long[] packed;
    private final int bits;

    /**
     * @param before steps that must be placed before each step
     * @param rank 0 for what goes first; never greater than that of a step after it
     */
    Board(int[][] before, int[] rank) {
        this.size = before.length;
        this.rank = rank;
        this.ranked = Arrays.stream(rank).anyMatch(one -> one != 0);
        this.packed = new long[size];
        this.bits = 32 - Integer.numberOfLeadingZeros(Math.max(1, size));
        waiting = new int[size];
        var count = new int[size];
        for (int i = 0; i < size; i++) {
            waiting[i] = before[i].length;
            for (int one : before[i]) {
                count[one]++;
            }
        }
        after = new int[size][];
        Arrays.setAll(after, i -> new int[count[i]]);
        for (int i = 0; i < size; i++) {
            for (int one : before[i]) {
                after[one][--count[one]] = i;
            }
        }
    }

    /** The same graph seen in the mirror. */
    static int[][] mirrored(int[][] before) {
        int size = before.length;
        var count = new int[size];
        for (var list : before) {
            for (int one : list) {
                count[one]++;
            }
        }
        var mirror = new int[size][];
        for (int i = 0; i < size; i++) {
            mirror[size - 1 - i] = new int[count[i]];
        }
        for (int i = 0; i < size; i++) {
            for (int one : before[i]) {
                mirror[size - 1 - one][--count[one]] = size - 1 - i;
            }
        }
        return mirror;
    }

    /** Nothing placed. */
    abstract void clear();

    /** Where the step would go now; what comes before it is placed. Placing others moves it later, never earlier. */
    abstract long earliest(int i);

    abstract void place(int i, long at);

    abstract long start(int i);

    abstract long finish(int i);

    /** Of the placed schedule; less is better. */
    abstract long score();

    /** Whether a step never starts before one that must be placed before it. */
    abstract boolean isOrdered();

    /** Where the mirror has its end. */
    abstract void anchor(long score);

    /** Places all steps in the order of the list. */
    void decode(int[] list) {
        clear();
        for (int i : list) {
            place(i, earliest(i));
        }
    }

    /** What the mirrored board orders by after this one: steps that end last come first. */
    void mirrorKeys(long[] keys) {
        for (int i = 0; i < size; i++) {
            keys[size - 1 - i] = -finish(i);
        }
    }

    /** Whether keys taken from a schedule can be sorted as they are. */
    boolean sortsPlainly() {
        return isOrdered();
    }

    /** All steps by their keys, smallest first; the keys keep the order of {@link #before}. */
    void sorted(long[] keys, int[] list) {
        pack(keys);
        Arrays.sort(packed);
        long mask = (1L << bits) - 1;
        for (int k = 0; k < size; k++) {
            list[k] = (int) (packed[k] & mask);
        }
    }

    /** All steps, always the one with the smallest key of those that wait for none. */
    void listed(long[] keys, int[] list) {
        pack(keys);
        var left = waiting.clone();
        var heap = new Heap(size);
        for (int i = 0; i < size; i++) {
            if (left[i] == 0) {
                heap.add(packed[i]);
            }
        }
        long mask = (1L << bits) - 1;
        for (int k = 0; k < size; k++) {
            int i = (int) (heap.remove() & mask);
            list[k] = i;
            for (int next : after[i]) {
                if (--left[next] == 0) {
                    heap.add(packed[next]);
                }
            }
        }
    }

    /** By keys out of a schedule of the mirrored board. */
    void arranged(long[] keys, int[] list) {
        if (sortsPlainly()) {
            sorted(keys, list);
        } else {
            listed(keys, list);
        }
    }

    private void pack(long[] keys) {
        long least = Long.MAX_VALUE;
        long most = Long.MIN_VALUE;
        for (long key : keys) {
            least = Math.min(least, key);
            most = Math.max(most, key);
        }
        long span = ranked ? most - least + 1 : 0;
        for (int i = 0; i < size; i++) {
            packed[i] = (rank[i] * span + keys[i] - least) << bits | i;
        }
    }

    boolean isRanked() {
        return ranked;
    }

    /** Waiting for how many, and who waits for whom; for schemes that choose as they go. */
    int[] waiting() {
        return waiting.clone();
    }

    /** Whether the one waits for the other, or is ranked behind it. */
    boolean mustFollow(int one, int other) {
        if (rank[one] != rank[other]) {
            return true;
        }
        for (int next : after[other]) {
            if (next == one) {
                return true;
            }
        }
        return false;
    }

    int[] after(int i) {
        return after[i];
    }
}
