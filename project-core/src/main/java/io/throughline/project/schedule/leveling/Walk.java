package io.throughline.project.schedule.leveling;

import java.util.Arrays;
import java.util.Random;

/**
 * Goes from one schedule to a neighbour: the steps of a random stretch of time are shuffled, the schedule is made again
 * and pushed right and left. The neighbour is taken when it is not worse than the present one or than the one some steps
 * ago (late acceptance, Burke and Bykov 2017), which leads out of dead ends without a temperature to set.
 */
final class Walk {

    private static final int MEMORY = 40;
    /** Least width of a stretch, and how much wider it may be, in shares of the schedule. */
    private static final double NARROW = 0.05;

    private static final double WIDER = 0.3;

    private final Search search;
    private final Random random;
    private final int size;
    private final long[] present;
    private final long[] tried;

    Walk(Search search, Random random) {
        this.search = search;
        this.random = random;
        this.size = search.forward.size;
        this.present = new long[size];
        this.tried = new long[size];
    }

    /** From the order in {@link Search#list} until so many steps in a row have found nothing shorter. */
    void run(int patience) {
        long score = search.decode();
        search.decodeBackward(score);
        System.arraycopy(search.keys, 0, present, 0, size);
        var before = new long[MEMORY];
        Arrays.fill(before, score);
        long best = score;
        int idle = 0;
        for (int step = 0; idle < patience && !search.isOver(); step++) {
            shuffle();
            search.forward.listed(tried, search.list);
            long first = search.decode();
            search.decodeBackward(first);
            search.forward.arranged(search.keys, search.list);
            long next = Math.min(first, search.decode());
            if (next <= score || next <= before[step % MEMORY]) {
                score = next;
                System.arraycopy(search.keys, 0, present, 0, size);
            }
            before[step % MEMORY] = score;
            idle = score < best ? 0 : idle + 1;
            best = Math.min(best, score);
        }
    }

    private void shuffle() {
        long least = Long.MAX_VALUE;
        long most = Long.MIN_VALUE;
        for (long key : present) {
            least = Math.min(least, key);
            most = Math.max(most, key);
        }
        long span = most - least + 1;
        long width = (long) (span * (NARROW + WIDER * random.nextDouble()));
        long from = least + (long) (random.nextDouble() * (span - width));
        long to = from + width;
        for (int i = 0; i < size; i++) {
            long key = present[i];
            if (key < from) {
                tried[i] = key - least;
            } else if (key <= to) {
                tried[i] = span + (long) (random.nextDouble() * width);
            } else {
                tried[i] = 2 * span + key - least;
            }
        }
    }
}
