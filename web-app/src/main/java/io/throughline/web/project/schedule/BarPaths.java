package io.throughline.web.project.schedule;

import io.throughline.project.schedule.DependencyType;
import io.throughline.project.schedule.Gantt.Arrow;
import io.throughline.project.schedule.Gantt.Bar;
import io.throughline.project.schedule.Gantt.Gone;
import io.throughline.project.schedule.TaskRow;
import org.jspecify.annotations.Nullable;

/**
 * What stands in one row of a Gantt chart, as SVG paths. A row is {@value #ROW} pixels high; a task's bar is a box whose
 * lower half is filled as far as it is done, a summary a bracket, a milestone a diamond, the baseline a thin box below.
 */
final class BarPaths {

    static final int ROW = 32;

    private static final int MIDDLE = ROW / 2;
    private static final double TOP = 8;
    private static final double HEIGHT = 14;
    private static final double LEAST = 3;
    private static final int STUB = 7;

    private final TimeScale scale;

    BarPaths(TimeScale scale) {
        this.scale = scale;
    }

    double left(Bar bar) {
        return scale.x(bar.start());
    }

    double width(Bar bar) {
        return Math.max(LEAST, round(scale.x(bar.finish()) - scale.x(bar.start())));
    }

    String shape(TaskRow row, Bar bar) {
        double x = left(bar);
        double width = width(bar);
        if (row.isMilestone()) {
            return "M%s %sl8 8-8 8-8-8z".formatted(text(scale.x(bar.finish())), MIDDLE - 8);
        }
        if (row.summary()) {
            double tooth = Math.min(6, width / 2);
            return "M%s 9h%sv12l-%s-6h-%sl-%s 6z"
                    .formatted(text(x), text(width), text(tooth), text(width - 2 * tooth), text(tooth));
        }
        return box(x, TOP, width, HEIGHT);
    }

    /** The part that is done; null where nothing is, and for shapes that show it otherwise. */
    @Nullable
    String done(TaskRow row, Bar bar) {
        double width = width(bar) * row.percentComplete() / 100;
        return row.isMilestone() || row.summary() || row.percentComplete() == 0
                ? null
                : box(left(bar), TOP + 4, Math.max(1, round(width)), HEIGHT - 8);
    }

    /** Under the bar of a critical task, so that it is told not by colour alone. */
    @Nullable
    String edge(TaskRow row, Bar bar) {
        return row.isMilestone() || row.summary()
                ? null
                : "M%s %sh%s".formatted(text(left(bar)), text(TOP + HEIGHT), text(width(bar)));
    }

    @Nullable
    String ghost(TaskRow row, Bar bar) {
        var then = bar.then();
        if (then == null) {
            return null;
        }
        double from = scale.x(then.start());
        double to = scale.x(then.finish());
        return row.isMilestone()
                ? "M%s 23l4 4-4 4-4-4z".formatted(text(to))
                : box(from, 25, Math.max(LEAST, round(to - from)), 4);
    }

    /** Where the baseline had a task that was deleted since. */
    String gone(Gone task) {
        double from = scale.x(task.then().start());
        double to = scale.x(task.then().finish());
        return task.milestone()
                ? "M%s %sl6 6-6 6-6-6z".formatted(text(to), MIDDLE - 6)
                : box(from, MIDDLE - 4, Math.max(LEAST, round(to - from)), 8);
    }

    @Nullable
    String slack(Bar bar) {
        if (bar.slackTo() == null || bar.slackTo() <= bar.finish()) {
            return null;
        }
        return "M%s %sH%sm0-4v8".formatted(text(scale.x(bar.finish())), MIDDLE, text(scale.x(bar.slackTo())));
    }

    /** An arrow downwards at the deadline. */
    @Nullable
    String deadline(Bar bar) {
        return bar.deadline() == null ? null : "M%s 3v9m-4-4l4 5 4-5".formatted(text(scale.x(bar.deadline())));
    }

    /**
     * From the predecessor's bar to the successor's, in the row of either.
     *
     * @param row place of the row it is drawn in among the lines that show
     */
    String arrow(Arrow arrow, int row) {
        double x1 = scale.x(arrow.leaves());
        double x2 = scale.x(arrow.enters());
        int y1 = (arrow.from() - row) * ROW + MIDDLE;
        int y2 = (arrow.to() - row) * ROW + MIDDLE;
        int out = leavesAtFinish(arrow.type()) ? STUB : -STUB;
        int in = entersAtStart(arrow.type()) ? STUB : -STUB;
        double turn = x1 + out;
        double approach = x2 - in;
        boolean onward = out > 0 && in > 0;
        if (onward && turn > approach && x2 >= x1 - 1) {
            return intoTheSide(x1, y1, x2, y2);
        }
        boolean straight = onward && turn <= approach;
        var way = new StringBuilder("M").append(text(x1)).append(' ').append(y1);
        if (straight) {
            way.append('H').append(text(approach)).append('V').append(y2);
        } else if (out == -in) {
            way.append('H').append(text(out > 0 ? Math.max(turn, approach) : Math.min(turn, approach)));
            way.append('V').append(y2);
        } else {
            int between = arrow.from() < arrow.to() ? y2 - MIDDLE : y2 + MIDDLE;
            way.append('H').append(text(turn)).append('V').append(between);
            way.append('H').append(text(approach)).append('V').append(y2);
        }
        return way.append('H')
                .append(text(x2))
                .append(in > 0 ? "m-5-4l5 4-5 4" : "m5-4l-5 4 5 4")
                .toString();
    }

    /** To a task that begins where the other ends: from above, or from below, into its bar. */
    private static String intoTheSide(double x1, int y1, double x2, int y2) {
        boolean down = y1 < y2;
        var way = new StringBuilder("M").append(text(x1)).append(' ').append(y1);
        way.append('H').append(text(x2 + 4)).append('V').append(down ? y2 - 8 : y2 + 8);
        return way.append(down ? "m-4-5l4 5 4-5" : "m-4 5l4-5 4 5").toString();
    }

    private static boolean leavesAtFinish(DependencyType type) {
        return type == DependencyType.FINISH_TO_START || type == DependencyType.FINISH_TO_FINISH;
    }

    private static boolean entersAtStart(DependencyType type) {
        return type == DependencyType.FINISH_TO_START || type == DependencyType.START_TO_START;
    }

    private static String box(double x, double y, double width, double height) {
        return "M%s %sh%sv%sh-%sz".formatted(text(x), text(y), text(width), text(height), text(width));
    }

    /** Whole numbers without a point: they are most of a page. */
    static String text(double pixels) {
        double rounded = round(pixels);
        return rounded == Math.rint(rounded) ? String.valueOf((long) rounded) : String.valueOf(rounded);
    }

    private static double round(double pixels) {
        return Math.round(pixels * 10) / 10.0;
    }
}
