package io.throughline.project.schedule;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a plan as bars on an axis of days: epoch days, with the share of the day's working time as fraction.
 *
 * @param bars by task number; tasks without dates have none
 * @param arrows with an end among the rows, whose other end shows as well
 * @param firstDay first epoch day on which anything of the whole plan lies, the chosen baseline left out
 * @param lastDay the last one
 * @param closedDays those of them without working time, ascending
 * @param baselines all there are, the oldest first
 * @param baseline number of the one shown; null for none
 */
public record Gantt(
        PlanWindow window,
        Map<Integer, Bar> bars,
        List<Arrow> arrows,
        long firstDay,
        long lastDay,
        List<Long> closedDays,
        List<Taken> baselines,
        @Nullable Integer baseline) {

    public Gantt {
        bars = Map.copyOf(bars);
        arrows = List.copyOf(arrows);
        closedDays = List.copyOf(closedDays);
        baselines = List.copyOf(baselines);
    }

    /**
     * @param slackTo until when it may be late without moving the plan's finish; null where it may not
     * @param then where the chosen baseline had it; null where it had not
     */
    public record Bar(
            double start,
            double finish,
            @Nullable Double slackTo,
            @Nullable Span then,
            @Nullable Double deadline) {}

    public record Span(double start, double finish) {}

    /**
     * A link between two lines that show.
     *
     * @param from place of the predecessor among the lines that show, from 0
     * @param to place of the successor
     * @param leaves day at which it leaves the predecessor
     * @param enters day at which it enters the successor
     * @param broken the link is not kept: a constraint, dates set by hand or work begun early hold the successor
     * @param critical both are critical, and it is what decides the successor's date
     */
    public record Arrow(
            int predecessor,
            int successor,
            DependencyType type,
            int from,
            int to,
            double leaves,
            double enters,
            boolean broken,
            boolean critical) {}

    /** A baseline to choose. */
    public record Taken(int number, Instant at) {}
}
