package io.throughline.web.project.schedule;

import io.throughline.project.schedule.MilestoneTrend;
import io.throughline.project.schedule.MilestoneTrend.Line;
import io.throughline.project.schedule.MilestoneTrend.Point;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A milestone trend chart in pixels: reporting dates to the right, expected dates upwards, both on the same scale, so that
 * a milestone is reached where its line meets the diagonal. A line that stays level keeps its date, one that rises slips.
 *
 * @param curves of the milestones drawn, in their order
 * @param choices all milestones that can be drawn
 * @param left how many of these are not
 * @param diagonal path of the days on which reporting and expected date are the same
 * @param frame path of the two axes
 * @param today x of today
 */
record TrendPicture(
        List<Curve> curves,
        List<Choice> choices,
        int left,
        String diagonal,
        String frame,
        int today,
        List<Tick> ticks) {

    static final int WIDTH = 660;
    static final int HEIGHT = 540;

    /** Told apart by form, filling and colour. */
    static final int MOST = 24;

    private static final int USUAL = 12;
    private static final int LEFT = 92;
    private static final int TOP = 34;
    private static final int SIDE = 470;
    private static final int TICKS = 5;
    private static final int SHAPES = 6;
    private static final int LABEL = 14;

    /**
     * @param style class of its colour
     * @param path through its reporting dates
     * @param marks path of its marks
     * @param hollow whether its marks are
     * @param sample path of one mark, for the legend
     */
    record Curve(
            Line line,
            String style,
            String path,
            String marks,
            boolean hollow,
            String sample,
            int labelX,
            int labelY) {}

    /** A milestone that can be drawn, and whether it is. */
    record Choice(int number, String name, boolean drawn) {}

    /** A day on both axes. */
    record Tick(LocalDate day, int x, int y) {}

    /** @param numbers of the milestones to draw, the first {@value #MOST} of them; empty for those nearest to today */
    static TrendPicture of(MilestoneTrend trend, Collection<Integer> numbers) {
        var all = trend.lines().stream().filter(line -> line.first() != null).toList();
        var today = trend.reports().get(trend.reports().size() - 1);
        var drawn = drawn(all, numbers, today);
        var axis = Axis.of(today, trend.reports(), drawn);
        var curves = new ArrayList<Curve>();
        var taken = new ArrayList<Integer>();
        for (int i = 0; i < drawn.size(); i++) {
            curves.add(curve(drawn.get(i), i, axis, taken));
        }
        int right = LEFT + SIDE;
        int foot = TOP + SIDE;
        return new TrendPicture(
                curves,
                all.stream()
                        .map(line -> new Choice(line.number(), line.name(), drawn.contains(line)))
                        .toList(),
                all.size() - curves.size(),
                "M%d %dL%d %d".formatted(LEFT, foot, right, TOP),
                "M%d %dH%dM%d %dV%d".formatted(LEFT, foot, right, LEFT, foot, TOP),
                axis.x(today),
                axis.ticks());
    }

    private static List<Line> drawn(List<Line> all, Collection<Integer> numbers, LocalDate today) {
        var asked = all.stream().filter(line -> numbers.contains(line.number())).toList();
        if (!asked.isEmpty()) {
            return asked.subList(0, Math.min(MOST, asked.size()));
        }
        var near = all.stream()
                .sorted(Comparator.comparingLong(line -> distance(line, today)))
                .limit(USUAL)
                .collect(Collectors.toSet());
        return all.stream().filter(near::contains).toList();
    }

    private static long distance(Line line, LocalDate today) {
        var at = Objects.requireNonNull(line.reached() == null ? line.last() : line.reached());
        return Math.abs(ChronoUnit.DAYS.between(today, at));
    }

    private static Curve curve(Line line, int place, Axis axis, List<Integer> taken) {
        var points =
                line.points().stream().filter(point -> point.expected() != null).toList();
        var path = new StringBuilder();
        var marks = new StringBuilder();
        for (var point : points) {
            int x = axis.x(point.report());
            int y = axis.y(Objects.requireNonNull(point.expected()));
            path.append(path.length() == 0 ? 'M' : 'L').append(x).append(' ').append(y);
            marks.append(mark(place % SHAPES, x, y));
        }
        var last = points.get(points.size() - 1);
        int labelY = free(taken, axis.y(Objects.requireNonNull(last.expected())) + 4);
        return new Curve(
                line,
                "m" + place % 8,
                path.toString(),
                marks.toString(),
                place / SHAPES % 2 == 1,
                mark(place % SHAPES, 8, 8),
                axis.x(last.report()) + 9,
                labelY);
    }

    /** Labels of neighbours do not cover each other. */
    private static int free(List<Integer> taken, int wanted) {
        int y = wanted;
        while (isTaken(taken, y)) {
            y += LABEL;
        }
        taken.add(y);
        return y;
    }

    private static boolean isTaken(List<Integer> taken, int y) {
        return taken.stream().anyMatch(other -> Math.abs(other - y) < LABEL);
    }

    /** Box, diamond, triangle, circle, triangle downwards, hexagon: told apart without colours. */
    private static String mark(int shape, int x, int y) {
        return switch (shape) {
            case 0 -> "M%d %dh8v8h-8z".formatted(x - 4, y - 4);
            case 1 -> "M%d %dl5 5-5 5-5-5z".formatted(x, y - 5);
            case 2 -> "M%d %dl5 9h-10z".formatted(x, y - 5);
            case 3 -> "M%d %da4 4 0 1 0 8 0a4 4 0 1 0-8 0z".formatted(x - 4, y);
            case 4 -> "M%d %dl5-9h-10z".formatted(x, y + 5);
            default -> "M%d %dh4l3 5-3 5h-4l-3-5z".formatted(x - 2, y - 5);
        };
    }

    /** At a time. */
    public int most() {
        return MOST;
    }

    /** How many of the milestones are now expected later than at first. */
    public long later() {
        return curves.stream().filter(curve -> curve.line().movedInAll() > 0).count();
    }

    private record Axis(LocalDate from, long days) {

        static Axis of(LocalDate today, List<LocalDate> reports, List<Line> lines) {
            var days = Stream.concat(
                            Stream.concat(Stream.of(today), reports.stream()),
                            lines.stream()
                                    .flatMap(line -> line.points().stream().map(Point::expected))
                                    .flatMap(Stream::ofNullable))
                    .sorted()
                    .toList();
            var from = days.get(0);
            long span = ChronoUnit.DAYS.between(from, days.get(days.size() - 1));
            return new Axis(from, Math.max(1, span));
        }

        int x(LocalDate day) {
            return LEFT + along(day);
        }

        int y(LocalDate day) {
            return TOP + SIDE - along(day);
        }

        private int along(LocalDate day) {
            return (int) Math.round((double) SIDE * ChronoUnit.DAYS.between(from, day) / days);
        }

        List<Tick> ticks() {
            return IntStream.range(0, TICKS)
                    .mapToObj(k -> from.plusDays(days * k / (TICKS - 1)))
                    .distinct()
                    .map(day -> new Tick(day, x(day), y(day)))
                    .toList();
        }
    }
}
