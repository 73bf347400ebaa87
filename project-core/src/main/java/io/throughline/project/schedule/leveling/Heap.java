package io.throughline.project.schedule.leveling;

/** The smallest of some numbers first. */
final class Heap {

    private final long[] at;
    private int size;

    Heap(int most) {
        at = new long[most + 1];
    }

    boolean isEmpty() {
        return size == 0;
    }

    void add(long value) {
        int k = ++size;
        while (k > 1 && at[k >> 1] > value) {
            at[k] = at[k >> 1];
            k >>= 1;
        }
        at[k] = value;
    }

    long remove() {
        long top = at[1];
        long last = at[size--];
        int k = 1;
        while (2 * k <= size) {
            int child = 2 * k < size && at[2 * k + 1] < at[2 * k] ? 2 * k + 1 : 2 * k;
            if (at[child] >= last) {
                break;
            }
            at[k] = at[child];
            k = child;
        }
        at[k] = last;
        return top;
    }
}
