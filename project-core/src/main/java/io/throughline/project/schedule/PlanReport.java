package io.throughline.project.schedule;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a plan file brings, in numbers and in sentences of the viewer's language.
 *
 * @param notTakenOver what the file holds beyond what is stored, or stored in a simpler form
 * @param problems the first of the wrong cells and rows; {@code problemCount} counts all
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
        int problemCount) {

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
