package io.throughline.web.project.schedule;

import io.throughline.project.schedule.MilestoneTrend;
import io.throughline.project.schedule.MilestoneTrend.Line;
import io.throughline.project.schedule.MilestoneTrend.Point;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A milestone trend chart in pixels: reporting dates to the right, expected dates upwards, both on the same scale, so that
 * a milestone is reached where its line meets the diagonal. A line that stays level keeps its date, one that rises slips.
 *
 * @param curves of the milestones drawn, in their order
 * @param left how many others there are
 * @param diagonal path of the days on which reporting and expected date are the same
 * @param frame path of the two axes
 * @param today x of today
 */
record TrendPicture(List<Curve> curves, int left, String diagonal, String frame, int today, List<Tick> ticks) {

    static final int WIDTH = 660;
    static final int HEIGHT = 540;

    private static final int MOST = 12;
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

    /** A day on both axes. */
    record Tick(LocalDate day, int x, int y) {}

    static TrendPicture of(MilestoneTrend trend) {
        var lines = trend.lines().stream().filter(line -> line.first() != null).toList();
        var axis = Axis.of(trend);
        var curves = new ArrayList<Curve>();
        var taken = new ArrayList<Integer>();
        for (int i = 0; i < Math.min(MOST, lines.size()); i++) {
            curves.add(curve(lines.get(i), i, axis, taken));
        }
        int right = LEFT + SIDE;
        int foot = TOP + SIDE;
        return new TrendPicture(
                curves,
                lines.size() - curves.size(),
                "M%d %dL%d %d".formatted(LEFT, foot, right, TOP),
                "M%d %dH%dM%d %dV%d".formatted(LEFT, foot, right, LEFT, foot, TOP),
                axis.x(trend.reports().get(trend.reports().size() - 1)),
                axis.ticks());
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
                place >= SHAPES,
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

    /** How many of the milestones are now expected later than at first. */
    public long later() {
        return curves.stream().filter(curve -> curve.line().movedInAll() > 0).count();
    }

    private record Axis(LocalDate from, long days) {

        static Axis of(MilestoneTrend trend) {
            var days = Stream.concat(
                            trend.reports().stream(),
                            trend.lines().stream()
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
