package io.throughline.project.schedule.simulation;

import java.util.Arrays;

/**
 * Spearman's rank correlation of durations with finishes. A task's rank in a trial is its grade there, drawn again rather
 * than kept: the trials of a thousand tasks would fill more memory than the rest of the simulation. Only tasks with risks,
 * whose duration is no function of one draw, are ranked.
 *
 * <pre>
 *   ρ = Σ (g − ½)(r − ½) / √( Σ (g − ½)² · Σ (r − ½)² )      g grade of the duration, r rank of the finish, both 0 to 1
 * </pre>
 */
final class Cruciality {

    private final Draws draws;
    private final double[] rank;
    private final double squares;

    Cruciality(Draws draws, long[] finish) {
        this.draws = draws;
        this.rank = ranks(finish);
        double sum = 0;
        for (double one : rank) {
            sum += one * one;
        }
        squares = sum;
    }

    /** Of the varying tasks from one place to another. */
    double[] of(int from, int to) {
        var all = new double[Math.max(0, to - from)];
        for (int k = from; k < to; k++) {
            all[k - from] = draws.isCertain(k) ? 0 : draws.isAtRisk(k) ? ranked(k) : graded(k);
        }
        return all;
    }

    private double graded(int k) {
        double product = 0;
        double own = 0;
        double sum = 0;
        for (int trial = 0; trial < rank.length; trial++) {
            double grade = draws.grade(trial, k) - 0.5;
            product += grade * rank[trial];
            own += grade * grade;
            sum += grade;
        }
        return correlation(product, own - sum * sum / rank.length);
    }

    private double ranked(int k) {
        var durations = new long[rank.length];
        for (int trial = 0; trial < rank.length; trial++) {
            durations[trial] = draws.seconds(trial, k);
        }
        var ranks = ranks(durations);
        double product = 0;
        double own = 0;
        for (int trial = 0; trial < rank.length; trial++) {
            product += ranks[trial] * rank[trial];
            own += ranks[trial] * ranks[trial];
        }
        return correlation(product, own);
    }

    private double correlation(double product, double own) {
        double both = Math.sqrt(own * squares);
        return both == 0 ? 0 : Math.max(-1, Math.min(1, product / both));
    }

    /** Ranks around 0, equal values sharing the mean of theirs. */
    private static double[] ranks(long[] values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        var ranks = new double[values.length];
        for (int k = 0; k < values.length; k++) {
            int first = firstNotBelow(sorted, values[k]);
            int after = firstNotBelow(sorted, values[k] + 1);
            ranks[k] = (first + after) / 2.0 / values.length - 0.5;
        }
        return ranks;
    }

    private static int firstNotBelow(long[] sorted, long value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
