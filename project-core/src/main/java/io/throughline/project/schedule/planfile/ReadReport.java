package io.throughline.project.schedule.planfile;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person must know about a file that was read: what it holds that we do not take over, and which rows are wrong.
 *
 * @param problems the first ones; {@code problemCount} counts all
 */
public record ReadReport(List<NotTaken> notTaken, List<RowProblem> problems, int problemCount) {

    /**
     * Something the file has and the project will not.
     *
     * @param code message key; its arguments are the count and the names
     * @param names a few of them, to be recognised by
     */
    public record NotTaken(String code, int count, List<String> names) {}

    /**
     * A cell or line that could not be understood.
     *
     * @param row as the person counts: the sheet's row, or the ID in Microsoft Project
     * @param column the heading as written in the file, or null when the whole row is meant
     * @param code message key; its arguments are row, column, value
     * @param rowLost whether the row was left out because of it; otherwise only the value was
     */
    public record RowProblem(int row, @Nullable String column, String code, String value, boolean rowLost) {}

    public ReadReport {
        notTaken = List.copyOf(notTaken);
        problems = List.copyOf(problems);
    }
}
