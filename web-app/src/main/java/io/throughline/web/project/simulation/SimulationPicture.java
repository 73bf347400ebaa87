package io.throughline.web.project.simulation;

import io.throughline.project.simulation.SimulationResult;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Where the lines of histogram and S-curve lie; both in a box of {@link #WIDTH} by {@link #HEIGHT}, with the same days
 * below each other.
 *
 * @param drivers tasks that drive the finish, most first; those without influence left out
 * @param critical tasks that were critical, most often first
 * @param curve corners of the S-curve, as SVG writes them
 * @param marks percentiles and the planned finish, where it lies among the finishes
 * @param ticks days along the foot
 */
record SimulationPicture(
        List<Percentile> percentiles,
        List<Bar> bars,
        String curve,
        List<Mark> marks,
        List<Tick> ticks,
        List<Influence> drivers,
        List<Influence> critical) {

    static final int WIDTH = 720;
    static final int HEIGHT = 250;

    private static final int LEFT = 44;
    private static final int RIGHT = WIDTH - 24;
    private static final int TOP = 50;
    private static final int FOOT = HEIGHT - 26;
    private static final int TICKS = 5;
    private static final int LISTED = 12;

    /** @param days of the calendar after the planned finish */
    record Percentile(String name, int percent, LocalDateTime at, long days) {}

    /** @param trials how many ended in this stretch */
    record Bar(String x, String y, String width, String height, LocalDateTime from, LocalDateTime to, int trials) {}

    /**
     * @param name {@code P50} or {@code plan}
     * @param row of its label, from the top: neighbours do not cover each other
     */
    record Mark(String x, String name, LocalDateTime at, int row) {

        public boolean isPlan() {
            return name.equals("plan");
        }

        public int labelY() {
            return 12 + row * 15;
        }
    }

    record Tick(String x, LocalDateTime at, String anchor) {}

    /** A task with its bar, of 100 each way. */
    record Influence(int no, double criticality, double cruciality) {

        public String barFrom() {
            return number(Math.min(0, cruciality) * 100);
        }

        public String barLength() {
            return number(Math.abs(cruciality) * 100);
        }

        public int criticalPercent() {
            return (int) Math.round(criticality * 100);
        }
    }

    static SimulationPicture of(SimulationResult result) {
        var axis = new Axis(
                result.histogram().get(0).from(),
                result.histogram().get(result.histogram().size() - 1).to());
        return new SimulationPicture(
                percentiles(result),
                bars(result, axis),
                curve(result, axis),
                marks(result, axis),
                axis.ticks(),
                influences(result, Comparator.comparingDouble(task -> -Math.abs(task.cruciality()))).stream()
                        .filter(task -> task.cruciality() != 0)
                        .toList(),
                influences(result, Comparator.comparingDouble(task -> -task.criticality())).stream()
                        .filter(task -> task.criticality() > 0)
                        .toList());
    }

    private static List<Bar> bars(SimulationResult result, Axis axis) {
        int most = result.histogram().stream()
                .mapToInt(SimulationResult.Bin::trials)
                .max()
                .orElse(1);
        return result.histogram().stream()
                .map(bin -> {
                    double height = (double) (FOOT - TOP) * bin.trials() / most;
                    double from = axis.at(bin.from());
                    return new Bar(
                            number(from),
                            number(FOOT - height),
                            number(Math.max(1, axis.at(bin.to()) - from - 1)),
                            number(height),
                            bin.from(),
                            bin.to(),
                            bin.trials());
                })
                .toList();
    }

    private static String curve(SimulationResult result, Axis axis) {
        return result.curve().stream()
                .map(point -> number(axis.at(point.at())) + "," + number(FOOT - (FOOT - TOP) * point.share()))
                .collect(Collectors.joining(" "));
    }

    private static List<Mark> marks(SimulationResult result, Axis axis) {
        var marks = new ArrayList<>(List.of(
                axis.mark("P10", result.p10(), 0),
                axis.mark("P50", result.p50(), 0),
                axis.mark("P80", result.p80(), 1),
                axis.mark("P90", result.p90(), 0)));
        if (axis.has(result.plannedFinish())) {
            marks.add(axis.mark("plan", result.plannedFinish(), 2));
        }
        return marks;
    }

    private static List<Influence> influences(SimulationResult result, Comparator<SimulationResult.Task> order) {
        return result.tasks().stream()
                .sorted(order)
                .limit(LISTED)
                .map(task -> new Influence(task.no(), task.criticality(), task.cruciality()))
                .toList();
    }

    /** Height of a share in the S-curve. */
    public String levelOf(double share) {
        return number(FOOT - (FOOT - TOP) * share);
    }

    private static List<Percentile> percentiles(SimulationResult result) {
        return List.of(
                percentile(10, result.p10(), result),
                percentile(50, result.p50(), result),
                percentile(80, result.p80(), result),
                percentile(90, result.p90(), result));
    }

    private static Percentile percentile(int percent, LocalDateTime at, SimulationResult result) {
        var planned = result.plannedFinish().toLocalDate();
        return new Percentile("P" + percent, percent, at, ChronoUnit.DAYS.between(planned, at.toLocalDate()));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private record Axis(LocalDateTime from, LocalDateTime to) {

        double at(LocalDateTime time) {
            double span = Math.max(1, Duration.between(from, to).toSeconds());
            return LEFT + (RIGHT - LEFT) * Duration.between(from, time).toSeconds() / span;
        }

        boolean has(LocalDateTime time) {
            return !time.isBefore(from) && !time.isAfter(to);
        }

        Mark mark(String name, LocalDateTime at, int row) {
            return new Mark(number(at(at)), name, at, row);
        }

        List<Tick> ticks() {
            var span = Duration.between(from, to);
            return IntStream.range(0, TICKS)
                    .mapToObj(k -> {
                        var at = from.plus(span.multipliedBy(k).dividedBy(TICKS - 1));
                        return new Tick(number(at(at)), at, k == 0 ? "start" : k == TICKS - 1 ? "end" : "middle");
                    })
                    .toList();
        }
    }
}
