package io.throughline.project.schedule.network;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Room to move, in seconds of working time on the task's calendar (rule 7).
 *
 * <pre>
 *   total slack = min(late start − start, late finish − finish)        finish slack alone once work has begun
 *   free slack  = min over links out of (date of successor − lag − date of task), not below 0; total slack without links
 * </pre>
 *
 * A finished task has none of either. In a plan from its finish the early dates count instead of the planned ones.
 */
final class Slack {

    private final Network network;
    private final TaskTable tasks;
    private final LinkTable links;
    private final Hierarchy tree;
    private final TaskClock clock;
    private final Dates dates;
    private final long limit;
    /** Worked out when first asked for. */
    private volatile @Nullable BitSet criticalSummaries;

    Slack(Network network, TaskClock clock, Dates dates) {
        this.network = network;
        this.tasks = network.tasks;
        this.links = network.links;
        this.tree = network.tree;
        this.clock = clock;
        this.dates = dates;
        this.limit = network.frame.criticalSlack() * Seconds.MINUTE;
    }

    boolean isFinished(int i) {
        if (!tree.isSummary(i)) {
            var progress = tasks.progress[i];
            return progress != null && progress.isFinished();
        }
        return dates.boundStart[i] == Dates.NO_CAP;
    }

    long total(int i) {
        if (isFinished(i)) {
            return 0;
        }
        boolean fromStart = network.frame.isFromStart();
        long finish = clock.between(i, fromStart ? dates.finish[i] : dates.earlyFinish[i], dates.lateFinish[i]);
        if (tasks.progress[i] != null) {
            return finish;
        }
        if (tasks.duration[i] > 0 && tasks.parts[i] == null && tasks.manualStart[i] == Seconds.NONE) {
            return finish;
        }
        long start = clock.between(i, fromStart ? dates.start[i] : dates.earlyStart[i], dates.lateStart[i]);
        return Math.min(start, finish);
    }

    boolean isCritical(int i) {
        if (tree.isSummary(i)) {
            return criticalSummaries().get(i);
        }
        return !tasks.inactive[i] && !isFinished(i) && total(i) <= limit;
    }

    private BitSet criticalSummaries() {
        var known = criticalSummaries;
        if (known == null) {
            known = new BitSet();
            for (int i = 0; i < tasks.size; i++) {
                if (!tree.isSummary(i) && isCritical(i)) {
                    for (int at = tree.parent[i]; at != Hierarchy.TOP && !known.get(at); at = tree.parent[at]) {
                        known.set(at);
                    }
                }
            }
            criticalSummaries = known;
        }
        return known;
    }

    long free(int i) {
        if (isFinished(i)) {
            return 0;
        }
        long free = Long.MAX_VALUE;
        for (int at = i; at != Hierarchy.TOP; at = tree.parent[at]) {
            for (int k = links.outOf[at]; k < links.outOf[at + 1]; k++) {
                int to = links.successor[links.out[k]];
                if (!tasks.inactive[to] && !isFinished(to)) {
                    free = Math.min(free, gap(links.out[k], at, i));
                }
            }
        }
        return Math.max(0, free == Long.MAX_VALUE ? total(i) : free);
    }

    /** How far task {@code i} may move before link {@code k}, out of it or of summary {@code from} above it, pushes. */
    private long gap(int k, int from, int i) {
        int to = links.successor[k];
        long length = from == i && !tree.isSummary(i)
                ? tasks.duration[i]
                : clock.between(from, dates.earlyStart[from], dates.earlyFinish[from]);
        return switch (links.type(k)) {
            case FINISH_TO_START -> clock.between(i, clock.lagged(k, dates.finish[i], length), dates.start[to]);
            case FINISH_TO_FINISH -> clock.between(i, clock.lagged(k, dates.finish[i], length), dates.finish[to]);
            case START_TO_START -> clock.between(i, clock.lagged(k, dates.start[i], length), dates.start[to]);
            case START_TO_FINISH -> clock.between(i, clock.lagged(k, dates.start[i], length), dates.finish[to]);
        };
    }
}
