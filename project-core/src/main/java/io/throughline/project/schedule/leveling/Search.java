package io.throughline.project.schedule.leveling;

import java.util.Random;

/**
 * Schedules a pair of boards, forward and backward, and keeps the best order found.
 *
 * <p><b>Serial scheme</b> (Kelley 1963): steps in the order of a list, each at the first moment free. <b>Parallel
 * scheme</b> (Brooks and White 1965): always the step that can start earliest, of several the one the rule prefers.
 * <b>Improvement</b> (Tormos and Lova 2001, Valls et al. 2005): the schedule is pushed to the right from its end, last
 * finish first, then to the left again, first start first; neither makes it longer, often it gets shorter.
 *
 * <p>Example: A needs one of two people for 4 days, B both for 2, C one for 4 after B. In the order A B C: A 1–4, B 5–6,
 * C 7–10. Pushed to the right C ends on day 10, A too, B on day 6; pushed to the left B 1–2, A and C 3–6.
 */
final class Search {

    private static final int ASK_EVERY = 64;

    final Board forward;
    final Board backward;
    private final Course course;
    private final int size;
    final int[] list;
    final int[] mirrorList;
    final long[] keys;
    final long[] mirrorKeys;
    private final int[] best;
    private long bestScore = Long.MAX_VALUE;
    private long schedules;
    private boolean stopped;
    private final long floor;

    /** @param floor no schedule can be shorter: the search is over when one is as short */
    Search(Board forward, Board backward, Course course, long floor) {
        this.forward = forward;
        this.backward = backward;
        this.course = course;
        this.floor = floor;
        this.size = forward.size;
        list = new int[size];
        mirrorList = new int[size];
        keys = new long[size];
        mirrorKeys = new long[size];
        best = new int[size];
    }

    /** Whether time is up, somebody cancelled or there is nothing left to gain. */
    boolean isOver() {
        return stopped || bestScore <= floor;
    }

    long bestScore() {
        return bestScore;
    }

    int[] best() {
        return best;
    }

    long schedules() {
        return schedules;
    }

    /** Left-justified schedule of {@link #list}; its order for the mirror is then in {@link #mirrorKeys}. */
    long decode() {
        forward.decode(list);
        return taken();
    }

    private long taken() {
        forward.mirrorKeys(mirrorKeys);
        long score = forward.score();
        if (score < bestScore) {
            bestScore = score;
            System.arraycopy(list, 0, best, 0, size);
        }
        count();
        return score;
    }

    /** Right-justified schedule by {@link #mirrorKeys}; its order for the forward board is then in {@link #keys}. */
    long decodeBackward(long anchor) {
        backward.arranged(mirrorKeys, mirrorList);
        return decodeMirrorList(anchor);
    }

    /** The same by keys that come from a rule. */
    long decodeBackwardByRule(long anchor) {
        backward.listed(mirrorKeys, mirrorList);
        return decodeMirrorList(anchor);
    }

    /** By {@link #mirrorList} itself. */
    long decodeMirrorList(long anchor) {
        backward.anchor(anchor);
        backward.decode(mirrorList);
        backward.mirrorKeys(keys);
        count();
        return backward.score();
    }

    private void count() {
        if (++schedules % ASK_EVERY == 0 || size > 400) {
            stopped = stopped || !course.goesOn(schedules, bestScore);
        }
    }

    /** Serial scheme by a rule's keys. */
    long serial(long[] rule) {
        forward.listed(rule, list);
        return decode();
    }

    /** Parallel scheme; the order in which it chose is left in {@link #list}. */
    long parallel(long[] rule) {
        var waiting = forward.waiting();
        var order = byRule(rule);
        var starts = new java.util.PriorityQueue<long[]>(
                (a, b) -> a[0] == b[0] ? Long.compare(a[1], b[1]) : Long.compare(a[0], b[0]));
        forward.clear();
        for (int i = 0; i < size; i++) {
            if (waiting[i] == 0) {
                starts.add(new long[] {forward.earliest(i), order[i], i});
            }
        }
        int done = 0;
        while (done < size) {
            var next = starts.remove();
            int i = (int) next[2];
            long at = forward.earliest(i);
            if (at > next[0]) {
                next[0] = at;
                starts.add(next);
                continue;
            }
            forward.place(i, at);
            list[done++] = i;
            for (int after : forward.after(i)) {
                if (--waiting[after] == 0) {
                    starts.add(new long[] {forward.earliest(after), order[after], after});
                }
            }
        }
        return taken();
    }

    private int[] byRule(long[] rule) {
        var sorted = new int[size];
        forward.sorted(rule, sorted);
        var order = new int[size];
        for (int k = 0; k < size; k++) {
            order[sorted[k]] = k;
        }
        return order;
    }

    /** Pushes the present schedule right and left as long as that makes it shorter. */
    long improve(long score) {
        long now = score;
        while (!isOver()) {
            decodeBackward(now);
            forward.arranged(keys, list);
            long next = decode();
            if (next >= now) {
                return Math.min(next, now);
            }
            now = next;
        }
        return now;
    }

    /** A rule's keys with noise of up to so much, so that neighbours change places. */
    static void disturb(long[] rule, long noise, Random random, long[] into) {
        for (int i = 0; i < rule.length; i++) {
            into[i] = rule[i] + (long) (random.nextDouble() * noise);
        }
    }
}
