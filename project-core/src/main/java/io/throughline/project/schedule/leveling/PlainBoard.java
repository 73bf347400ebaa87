package io.throughline.project.schedule.leveling;

import io.throughline.project.schedule.network.OneClock;
import java.util.Arrays;
import java.util.Collections;

/**
 * The board for plans on one clock: times are working seconds, arcs are numbers, resources lie side by side in the words
 * of a few lanes. Nothing is allocated while placing.
 */
final class PlainBoard extends Board {

    private final long[] length;
    private final long[] release;
    private final int[] in;
    private final int[] before;
    private final long[] lag;
    private final Lane[] lanes;
    /** The lanes a step takes from, and how much; none for most summaries and milestones. */
    private final int[][] lane;

    private final long[][] demand;
    private final long[] start;
    private final long[] offset;
    private final boolean ordered;
    private long base;
    private long worst;

    /** The parts of a board that its mirror turns round. */
    private record Parts(OneClock clock, int[][] before, int[] rank, Lanes lanes, int[][] lane, long[][] demand) {}

    private PlainBoard(Parts parts, long[] release, long[] offset) {
        super(parts.before, parts.rank);
        this.release = release;
        this.offset = offset;
        this.lanes = parts.lanes.make();
        this.lane = parts.lane;
        this.demand = parts.demand;
        this.length = parts.clock.length();
        this.start = new long[size];
        in = new int[size + 1];
        int arcs = parts.clock.to().length;
        for (int to : parts.clock.to()) {
            in[to + 1]++;
        }
        for (int i = 0; i < size; i++) {
            in[i + 1] += in[i];
        }
        var next = in.clone();
        before = new int[arcs];
        lag = new long[arcs];
        boolean forwardOnly = true;
        for (int k = 0; k < arcs; k++) {
            int at = next[parts.clock.to()[k]]++;
            before[at] = parts.clock.from()[k];
            lag[at] = parts.clock.lag()[k];
            forwardOnly &= lag[at] >= 0;
        }
        ordered = forwardOnly;
    }

    static PlainBoard forward(Problem problem, OneClock clock) {
        var lanes = Lanes.of(problem, clock);
        var lane = new int[problem.size][];
        var demand = new long[problem.size][];
        for (int step = 0; step < problem.size; step++) {
            lanes.demands(problem, step, lane, demand);
        }
        var parts = new Parts(clock, arcs(clock), problem.rank, lanes, lane, demand);
        return new PlainBoard(parts, clock.release(), new long[problem.size]);
    }

    private static int[][] arcs(OneClock clock) {
        int size = clock.length().length;
        var count = new int[size];
        for (int to : clock.to()) {
            count[to]++;
        }
        var before = new int[size][];
        Arrays.setAll(before, i -> new int[count[i]]);
        for (int k = 0; k < clock.to().length; k++) {
            before[clock.to()[k]][--count[clock.to()[k]]] = clock.from()[k];
        }
        return before;
    }

    /** The same plan backward, judged by how far it would have to be moved to begin no earlier than it may. */
    static PlainBoard backward(Problem problem, OneClock clock) {
        int size = problem.size;
        int last = size - 1;
        var length = new long[size];
        var lane = new int[size][];
        var demand = new long[size][];
        var lanes = Lanes.of(problem, clock).mirrored();
        for (int step = 0; step < size; step++) {
            length[last - step] = clock.length()[step];
            lanes.demands(problem, step, lane, demand);
        }
        reverse(lane);
        reverse(demand);
        int arcs = clock.to().length;
        var from = new int[arcs];
        var to = new int[arcs];
        var lag = new long[arcs];
        for (int k = 0; k < arcs; k++) {
            from[k] = last - clock.to()[k];
            to[k] = last - clock.from()[k];
            lag[k] = clock.lag()[k] + clock.length()[clock.to()[k]] - clock.length()[clock.from()[k]];
        }
        var mirror = new OneClock(
                clock.hours(),
                clock.origin(),
                length,
                new long[size],
                from,
                to,
                lag,
                new boolean[arcs],
                new boolean[arcs]);
        var parts = new Parts(mirror, arcs(mirror), new int[size], lanes, lane, demand);
        var early = early(clock);
        var offset = new long[size];
        for (int step = 0; step < size; step++) {
            offset[last - step] = early[step];
        }
        return new PlainBoard(parts, new long[size], offset);
    }

    private static void reverse(Object[] list) {
        Collections.reverse(Arrays.asList(list));
    }

    /** Starts without any thought of resources. */
    private static long[] early(OneClock clock) {
        var early = clock.release().clone();
        var order = new Integer[clock.to().length];
        Arrays.setAll(order, k -> k);
        Arrays.sort(order, (a, b) -> Integer.compare(clock.to()[a], clock.to()[b]));
        for (int k : order) {
            early[clock.to()[k]] = Math.max(early[clock.to()[k]], early[clock.from()[k]] + clock.lag()[k]);
        }
        return early;
    }

    @Override
    void clear() {
        for (var one : lanes) {
            one.clear();
        }
        worst = Long.MIN_VALUE;
    }

    @Override
    void decode(int[] list) {
        clear();
        for (int i : list) {
            long at = linked(i);
            var mine = lane[i];
            if (mine.length == 1) {
                var one = lanes[mine[0]];
                at = one.earliest(at, length[i], demand[i][0]);
                one.bookHere(at, at + length[i], demand[i][0]);
            } else if (mine.length > 1) {
                at = fitted(i, at);
                book(i, at);
            }
            start[i] = at;
            worst = Math.max(worst, offset[i] + at + length[i]);
        }
    }

    @Override
    long earliest(int i) {
        return lane[i].length == 0 ? linked(i) : fitted(i, linked(i));
    }

    @Override
    void place(int i, long at) {
        book(i, at);
        start[i] = at;
        worst = Math.max(worst, offset[i] + at + length[i]);
    }

    private long linked(int i) {
        long at = release[i];
        for (int k = in[i]; k < in[i + 1]; k++) {
            at = Math.max(at, start[before[k]] + lag[k]);
        }
        return at;
    }

    private long fitted(int i, long from) {
        long at = from;
        long last;
        do {
            last = at;
            for (int k = 0; k < lane[i].length; k++) {
                at = lanes[lane[i][k]].earliest(at, length[i], demand[i][k]);
            }
        } while (at != last && lane[i].length > 1);
        return at;
    }

    private void book(int i, long at) {
        for (int k = 0; k < lane[i].length; k++) {
            lanes[lane[i][k]].book(at, at + length[i], demand[i][k]);
        }
    }

    @Override
    long start(int i) {
        return start[i];
    }

    @Override
    long finish(int i) {
        return start[i] + length[i];
    }

    @Override
    long score() {
        return base + worst;
    }

    @Override
    boolean isOrdered() {
        return ordered;
    }

    @Override
    void anchor(long score) {
        base = score;
        Arrays.fill(release, -score);
    }
}
