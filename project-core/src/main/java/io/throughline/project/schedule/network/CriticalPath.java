package io.throughline.project.schedule.network;

import io.throughline.project.schedule.ConstraintType;

/**
 * The critical path method (Kelley and Walker 1959; PMI Practice Standard for Scheduling) with calendars, all four kinds
 * of links, constraints, summaries and progress, in the reading of Microsoft Project.
 *
 * <p><b>Method.</b> From the start: early dates forward from the project start ({@link ForwardPass}), the project's finish
 * is the latest of them, late dates backward from there ({@link BackwardPass}), then tasks as late as possible. From the
 * finish: late dates first, the project's start is the earliest of them, then early dates; tasks lie late unless they are
 * as soon as possible; again while a lag in percent of a summary was counted by another length ({@link SummarySpans}). Slack and critical follow from the four dates. Each pass visits each task and link once, in arrays,
 * without recursion.
 *
 * <p><b>Example.</b> A 5 days, B 3 days, C 2 days; A–FS–C, B–FS–C, start Mon 2026-03-02. Early: A 03-02…03-06, B
 * 03-02…03-04, C 03-09…03-10. Late: C the same, A the same, B 03-04…03-06. B has two days of total slack, A and C none:
 * critical.
 */
public final class CriticalPath {

    private CriticalPath() {}

    /**
     * Dates of every task.
     *
     * @throws InvalidNetworkException NEVER_OPENS where a calendar has no working time left
     */
    public static Schedule of(Network network) {
        var clock = new TaskClock(network);
        var dates = new Dates(network);
        if (network.frame.isFromStart()) {
            fromStart(network, clock, dates);
        } else {
            fromFinish(network, clock, dates);
        }
        return new Schedule(network, clock, dates);
    }

    static void fromStart(Network network, TaskClock clock, Dates dates) {
        dates.projectStart = Seconds.of(network.frame.anchor());
        new ForwardPass(network, clock, dates, dates.projectStart, false).run();
        dates.projectFinish = latest(network, dates);
        new BackwardPass(network, clock, dates, dates.projectFinish).run();
        if (isAnyLate(network)) {
            new LatePlacement(network, clock, dates).run();
        }
    }

    private static void fromFinish(Network network, TaskClock clock, Dates dates) {
        dates.projectFinish = Seconds.of(network.frame.anchor());
        if (SummarySpans.matter(network)) {
            var spans = new SummarySpans(network, clock, dates);
            do {
                back(network, clock, dates);
            } while (spans.differ());
        } else {
            back(network, clock, dates);
        }
    }

    private static void back(Network network, TaskClock clock, Dates dates) {
        new BackwardPass(network, clock, dates, dates.projectFinish).run();
        dates.projectStart = Long.MAX_VALUE;
        for (int i = 0; i < network.size(); i++) {
            if (!network.tasks.inactive[i]) {
                dates.projectStart = Math.min(dates.projectStart, dates.lateStart[i]);
            }
        }
        dates.projectStart = Math.min(dates.projectStart, dates.projectFinish);
        new ForwardPass(network, clock, dates, dates.projectStart, false).run();
        new LatePlacement(network, clock, dates).run();
    }

    static long latest(Network network, Dates dates) {
        long latest = Long.MIN_VALUE;
        for (int i = 0; i < network.size(); i++) {
            if (!network.tasks.inactive[i]) {
                latest = Math.max(latest, dates.earlyFinish[i]);
            }
        }
        return latest == Long.MIN_VALUE ? dates.projectStart : latest;
    }

    static boolean isAnyLate(Network network) {
        for (var constraint : network.tasks.constraint) {
            if (constraint == ConstraintType.ALAP) {
                return true;
            }
        }
        return false;
    }
}
