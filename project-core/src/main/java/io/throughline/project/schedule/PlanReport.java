package io.throughline.project.schedule;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a plan file brings, in numbers and in sentences of the viewer's language.
 *
 * @param notTakenOver what the file holds beyond what is stored, or stored in a simpler form
 * @param problems the first of the wrong cells and rows; {@code problemCount} counts all
 * @param dates the first of the tasks that the plan puts elsewhere than the file; {@code dateCount} counts all; none
 *     before there is a plan
 */
public record PlanReport(
        int tasks,
        int summaries,
        int milestones,
        int links,
        int resources,
        int assignments,
        List<Line> notTakenOver,
        List<Problem> problems,
        int problemCount,
        List<FileDate> dates,
        int dateCount) {

    /** Files of before did not tell. */
    @SuppressWarnings("NullAway")
    public PlanReport {
        dates = dates == null ? List.of() : List.copyOf(dates);
    }

    PlanReport withDates(List<FileDate> first, int count) {
        return new PlanReport(
                tasks,
                summaries,
                milestones,
                links,
                resources,
                assignments,
                notTakenOver,
                problems,
                problemCount,
                first,
                count);
    }

    /**
     * @param code stable name of the kind
     * @param names a few examples
     */
    public record Line(String code, int count, String text, List<String> names) {}

    /**
     * @param row as counted in the file
     * @param column heading in the file, null for the whole row
     * @param rowLost the row was left out; otherwise only the value
     */
    public record Problem(int row, @Nullable String column, String code, String text, String value, boolean rowLost) {}
}
