package io.throughline.project.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a plan as bars on an axis of days: epoch days, with the share of the day's working time as fraction.
 *
 * @param bars by task number; tasks without dates have none
 * @param arrows with an end among the rows, whose other end shows as well
 * @param firstDay first epoch day on which anything of the whole plan lies; of the chosen baseline only deleted tasks count
 * @param lastDay the last one
 * @param closedDays those of them without working time, ascending
 * @param baselines all there are, the oldest first
 * @param baseline number of the one shown; null for none
 * @param gone tasks of the baseline shown that are no longer in the plan, the first {@value #MOST_GONE} by their start
 * @param moreGone how many others there are
 * @param statusDate up to when things are as they were reported; null where nobody said
 */
public record Gantt(
        PlanWindow window,
        Map<Integer, Bar> bars,
        List<Arrow> arrows,
        long firstDay,
        long lastDay,
        List<Long> closedDays,
        List<Taken> baselines,
        @Nullable Integer baseline,
        List<Gone> gone,
        int moreGone,
        @Nullable LocalDate statusDate) {

    static final int MOST_GONE = 50;

    public Gantt {
        bars = Map.copyOf(bars);
        arrows = List.copyOf(arrows);
        closedDays = List.copyOf(closedDays);
        baselines = List.copyOf(baselines);
        gone = List.copyOf(gone);
    }

    /** Whether something of it lies before today and something after. */
    public boolean isRunning(LocalDate today) {
        long day = today.toEpochDay();
        return firstDay <= day && day <= lastDay;
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

    /**
     * A task that was deleted since the baseline.
     *
     * @param then where the baseline had it
     * @param start local to the project, as is {@code finish}
     */
    public record Gone(
            int number,
            String name,
            boolean milestone,
            boolean summary,
            Span then,
            LocalDateTime start,
            LocalDateTime finish) {}

    /** A baseline to choose. */
    public record Taken(int number, Instant at) {}
}
