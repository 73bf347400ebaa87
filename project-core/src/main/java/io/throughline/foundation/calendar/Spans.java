package io.throughline.foundation.calendar;

import java.util.Arrays;
import java.util.Collection;

/** Sets of seconds of one day as sorted, disjoint pairs {@code from, to, from, to, …}, half-open. */
final class Spans {

    static final int[] NONE = {};

    private Spans() {}

    /** The union of the periods; touching ones become one. */
    static int[] of(Collection<WorkPeriod> periods) {
        var sorted = periods.stream().sorted().toList();
        var spans = new int[2 * sorted.size()];
        int n = 0;
        for (var period : sorted) {
            if (n > 0 && period.from() <= spans[n - 1]) {
                spans[n - 1] = Math.max(spans[n - 1], period.to());
            } else {
                spans[n++] = period.from();
                spans[n++] = period.to();
            }
        }
        return Arrays.copyOf(spans, n);
    }

    /** The day read from its end. */
    static int[] mirrored(int[] spans) {
        var mirror = new int[spans.length];
        for (int i = 0; i < spans.length; i++) {
            mirror[spans.length - 1 - i] = WorkPeriod.DAY - spans[i];
        }
        return mirror;
    }

    static int length(int[] spans) {
        int sum = 0;
        for (int i = 0; i < spans.length; i += 2) {
            sum += spans[i + 1] - spans[i];
        }
        return sum;
    }

    /** Seconds of the set before {@code second}. */
    static int before(int[] spans, int second) {
        int sum = 0;
        for (int i = 0; i < spans.length && spans[i] < second; i += 2) {
            sum += Math.min(spans[i + 1], second) - spans[i];
        }
        return sum;
    }

    /** The second of the set that has {@code index} others before it. */
    static int at(int[] spans, int index) {
        int left = index;
        for (int i = 0; i < spans.length; i += 2) {
            int length = spans[i + 1] - spans[i];
            if (left < length) {
                return spans[i] + left;
            }
            left -= length;
        }
        throw new IndexOutOfBoundsException(index);
    }

    /** The first bound after {@code second}, or the end of the day. */
    static int nextBound(int[] spans, int second) {
        for (int bound : spans) {
            if (bound > second) {
                return bound;
            }
        }
        return WorkPeriod.DAY;
    }

    static boolean contains(int[] spans, int second) {
        for (int i = 0; i < spans.length && spans[i] <= second; i += 2) {
            if (second < spans[i + 1]) {
                return true;
            }
        }
        return false;
    }

    static int[] intersect(int[] a, int[] b) {
        var both = new int[a.length + b.length];
        int n = 0;
        for (int i = 0, j = 0; i < a.length && j < b.length; ) {
            int from = Math.max(a[i], b[j]);
            int to = Math.min(a[i + 1], b[j + 1]);
            if (from < to) {
                both[n++] = from;
                both[n++] = to;
            }
            if (a[i + 1] < b[j + 1]) {
                i += 2;
            } else {
                j += 2;
            }
        }
        return Arrays.copyOf(both, n);
    }

    static int[] without(int[] spans, int[] breaks) {
        var rest = new int[breaks.length + 2];
        int n = 0;
        int open = 0;
        for (int i = 0; i < breaks.length; i += 2) {
            if (open < breaks[i]) {
                rest[n++] = open;
                rest[n++] = breaks[i];
            }
            open = breaks[i + 1];
        }
        if (open < WorkPeriod.DAY) {
            rest[n++] = open;
            rest[n++] = WorkPeriod.DAY;
        }
        return intersect(spans, Arrays.copyOf(rest, n));
    }

    /**
     * The day that lies {@code shift} seconds after the start of {@code first}, whose next day is {@code second}: the
     * tail of the one and the head of the other, {@code 0 <= shift < 86 400}.
     */
    static int[] window(int[] first, int[] second, int shift) {
        if (shift == 0) {
            return first;
        }
        var joined = new int[first.length + second.length];
        int n = 0;
        for (int part = 0; part < 2; part++) {
            var spans = part == 0 ? first : second;
            int move = part == 0 ? -shift : WorkPeriod.DAY - shift;
            for (int i = 0; i < spans.length; i += 2) {
                int from = Math.max(spans[i] + move, 0);
                int to = Math.min(spans[i + 1] + move, WorkPeriod.DAY);
                if (from >= to) {
                    continue;
                }
                if (n > 0 && joined[n - 1] == from) {
                    joined[n - 1] = to;
                } else {
                    joined[n++] = from;
                    joined[n++] = to;
                }
            }
        }
        return Arrays.copyOf(joined, n);
    }
}
