package io.throughline.project.schedule.network;

import io.throughline.project.schedule.ConstraintType;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Trials on one clock: two passes over arrays of numbers.
 *
 * <pre>
 *   start(to) ≥ start(from) + wait + [link from a finish] length(from) − [link to a finish] length(to)
 *   late start(from) ≤ late start(to) − the same
 * </pre>
 *
 * Only for plans whose tasks are free, done, or begun after all that comes before them: no hard constraints, nothing set by
 * hand, no interruption, no lag in percent.
 */
final class PlainTrialRun extends TrialRun {

    private static final long NO_LIMIT = Long.MAX_VALUE / 4;

    private final Network network;
    private final OneClock clock;
    private final int[] step;
    private final long[] length;
    private final long[] early;
    private final long[] late;
    private final long[] limit;
    private final boolean[] minusLength;
    private final int[] in;
    private final int[] from;
    private final long[] wait;
    private final boolean[] fromFinish;
    private final boolean[] toFinish;
    private final boolean[] done;
    /** Arcs out of a start that is past do not bind backward. */
    private final boolean[] past;

    private long finish;

    static @Nullable PlainTrialRun ifOnOneClock(Network network) {
        if (!network.frame.isFromStart() || !isFree(network)) {
            return null;
        }
        var placement = Placement.of(network);
        var fixed = new boolean[placement.steps()];
        for (int step = 0; step < fixed.length; step++) {
            fixed[step] = placement.isLeaf(step) && network.tasks.progress[placement.task(step)] != null;
        }
        var clock = placement.oneClock(fixed);
        return clock == null ? null : new PlainTrialRun(network, placement, clock);
    }

    private static boolean isFree(Network network) {
        var tasks = network.tasks;
        for (int i = 0; i < tasks.size; i++) {
            boolean plain = tasks.manualStart[i] == Seconds.NONE
                    && tasks.levelingDelay[i] == 0
                    && tasks.parts[i] == null
                    && !tasks.inactive[i];
            if (!plain || !(network.tree.isSummary(i) ? isPlainSummary(tasks, i) : isPlainLeaf(network, i))) {
                return false;
            }
        }
        for (int k = 0; k < network.links.size; k++) {
            if (network.links.unit(k).isPercent() && network.links.lag[k] != 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPlainSummary(TaskTable tasks, int i) {
        return tasks.constraint[i] == ConstraintType.ASAP && tasks.deadline[i] == Seconds.NONE;
    }

    private static boolean isPlainLeaf(Network network, int i) {
        var progress = network.tasks.progress[i];
        boolean begun = progress != null && !progress.isFinished();
        return switch (network.tasks.constraint[i]) {
            case ASAP, SNET -> !begun || progress.resume() == Seconds.NONE && isReady(network, i);
            case FNET -> !begun;
            default -> false;
        };
    }

    /** Whether all before a task is done, so that what it binds backward does not matter. */
    private static boolean isReady(Network network, int i) {
        for (int at = i; at != Hierarchy.TOP; at = network.tree.parent[at]) {
            for (int k = network.links.in[at]; k < network.links.in[at + 1]; k++) {
                int before = network.links.predecessor[k];
                var progress = network.tasks.progress[before];
                if (network.tree.isSummary(before) || progress == null || !progress.isFinished()) {
                    return false;
                }
            }
        }
        return true;
    }

    private PlainTrialRun(Network network, Placement placement, OneClock clock) {
        this.network = network;
        this.clock = clock;
        int steps = placement.steps();
        step = new int[network.size()];
        done = new boolean[steps];
        limit = new long[steps];
        minusLength = new boolean[steps];
        Arrays.fill(limit, NO_LIMIT);
        for (int k = 0; k < steps; k++) {
            int i = placement.task(k);
            if (placement.isLeaf(k)) {
                step[i] = k;
                var progress = network.tasks.progress[i];
                done[k] = progress != null && progress.isFinished();
                limit[k] = network.tasks.deadline[i] == Seconds.NONE ? NO_LIMIT : clock.at(network.tasks.deadline[i]);
                minusLength[k] = network.tasks.constraint[i] == ConstraintType.FNET;
            } else {
                step[i] = Math.max(step[i], k);
            }
        }
        length = clock.length().clone();
        early = new long[steps];
        late = new long[steps];
        in = clock.entries();
        from = clock.from();
        wait = clock.lag().clone();
        fromFinish = clock.fromFinish();
        toFinish = clock.toFinish();
        past = new boolean[from.length];
        for (int k = 0; k < from.length; k++) {
            past[k] = !fromFinish[k]
                    && placement.isLeaf(from[k])
                    && network.tasks.progress[placement.task(from[k])] != null;
        }
        for (int to = 0; to < steps; to++) {
            for (int k = in[to]; k < in[to + 1]; k++) {
                wait[k] += (toFinish[k] ? length[to] : 0) - (fromFinish[k] ? length[from[k]] : 0);
            }
        }
    }

    @Override
    public long remaining(int i) {
        var progress = network.tasks.progress[i];
        return progress == null ? network.tasks.duration[i] : progress.remaining();
    }

    @Override
    public boolean varies(int i) {
        return !network.tree.isSummary(i) && !done[step[i]];
    }

    @Override
    public void take(int i, long seconds) {
        var progress = network.tasks.progress[i];
        long before = progress == null ? 0 : Math.max(0, network.tasks.duration[i] - progress.remaining());
        length[step[i]] = before + seconds + network.tasks.gaps[i];
    }

    @Override
    public void run() {
        forward();
        backward();
    }

    private void forward() {
        var release = clock.release();
        finish = Long.MIN_VALUE;
        for (int to = 0; to < early.length; to++) {
            long at = release[to];
            if (minusLength[to]) {
                at += clock.length()[to] - length[to];
            }
            long mine = length[to];
            for (int k = in[to]; k < in[to + 1]; k++) {
                int before = from[k];
                long bound = early[before] + wait[k];
                if (fromFinish[k]) {
                    bound += length[before];
                }
                if (toFinish[k]) {
                    bound -= mine;
                }
                at = Math.max(at, bound);
            }
            early[to] = at;
            finish = Math.max(finish, at + mine);
        }
    }

    private void backward() {
        for (int k = 0; k < late.length; k++) {
            late[k] = Math.min(finish, limit[k]) - length[k];
        }
        for (int to = late.length - 1; to >= 0; to--) {
            long mine = late[to];
            for (int k = in[to]; k < in[to + 1]; k++) {
                if (past[k]) {
                    continue;
                }
                int before = from[k];
                long bound = mine - wait[k];
                if (fromFinish[k]) {
                    bound -= length[before];
                }
                if (toFinish[k]) {
                    bound += length[to];
                }
                late[before] = Math.min(late[before], bound);
            }
        }
    }

    @Override
    public long finish() {
        return finish;
    }

    @Override
    public long finish(int i) {
        return early[step[i]] + length[step[i]];
    }

    @Override
    public boolean isCritical(int i) {
        int at = step[i];
        return !done[at] && late[at] <= early[at];
    }

    @Override
    public long second(long at) {
        return clock.closing(at);
    }
}
