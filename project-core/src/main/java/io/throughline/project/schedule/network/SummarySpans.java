package io.throughline.project.schedule.network;

import java.util.Arrays;

/**
 * How long summaries last in a plan counted back from its finish, where a lag is a share of that.
 *
 * <p><b>Method.</b> The lag is needed to date the summary's parts, and these say how long the summary lasts. So the plan is
 * computed with the lengths of the run before, at first none, until they agree. Moving all parts by the same time changes
 * a length by no more than closed hours do, so two or three runs are the rule. Lengths that still swing after {@value
 * #FREE} runs may only grow, so that the lag in the end is kept rather than missed; after {@value #MOST} the last ones
 * stand.
 *
 * <p>Example: summary S of A 2 days and B 2 days, A–FS–B, X 1 day, S–FS+50%–X, finish Fri 2026-03-13. First run: S lasts
 * Mon 03-09 to Thu 03-12, 4 days. Second: X starts Fri 03-13, two days of lag end B on Tue 03-10; S lasts Thu 03-05 to Tue
 * 03-10, 4 days again.
 */
final class SummarySpans {

    private static final int FREE = 6;
    private static final int MOST = 16;

    private final Network network;
    private final TaskClock clock;
    private final Dates dates;
    private final long[] spans;
    private int runs;

    SummarySpans(Network network, TaskClock clock, Dates dates) {
        this.network = network;
        this.clock = clock;
        this.dates = dates;
        this.spans = new long[network.size()];
        dates.spans = spans;
    }

    /** Whether any lag is a share of a summary. */
    static boolean matter(Network network) {
        var links = network.links;
        for (int k = 0; k < links.size && !network.tree.flat; k++) {
            if (links.lag[k] != 0
                    && links.unit(k).isPercent()
                    && network.tree.isSummary(links.predecessor[k])
                    && !network.tasks.inactive[links.predecessor[k]]) {
                return true;
            }
        }
        return false;
    }

    /** Late dates are counted while no early one is known. */
    private void forget() {
        Arrays.fill(dates.earlyStart, 0);
        Arrays.fill(dates.earlyFinish, 0);
    }

    /** Takes the planned lengths of the last run; whether they are others than it was made with. */
    boolean differ() {
        boolean others = false;
        runs++;
        for (int i = 0; i < spans.length && runs < MOST; i++) {
            if (network.tree.isSummary(i)) {
                long span = clock.between(i, dates.start[i], dates.finish[i]);
                if (runs > FREE ? span > spans[i] : span != spans[i]) {
                    spans[i] = span;
                    others = true;
                }
            }
        }
        if (others) {
            forget();
        }
        return others;
    }
}
