package io.throughline.project.schedule;

import io.throughline.project.schedule.planfile.Column;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a pasted block would become, cell by cell.
 *
 * @param columns what each column of the block is; empty where it is nothing we know
 * @param heading the first row, where it is a heading
 * @param rows in order
 * @param created how many new tasks
 * @param changed how many tasks get other values
 */
public record PastedSheet(
        List<Heading> columns, @Nullable List<String> heading, List<Row> rows, int created, int changed) {

    /** @param column null for a column that is not taken over */
    public record Heading(@Nullable Column column) {

        /** Message key of what it is. */
        public String key() {
            return column == null ? "project.schedule.paste.unknownColumn" : "project.schedule.paste.column." + column;
        }
    }

    /**
     * @param line place in the text, from 1, the heading counted
     * @param number of the task that gets the values; null for a new one
     * @param depth 1 at the top of the block
     * @param fault of the row as a whole
     */
    public record Row(
            int line,
            @Nullable Integer number,
            int depth,
            List<Cell> cells,
            @Nullable Fault fault) {}

    /**
     * @param text as pasted
     * @param ignored says what follows from elsewhere: the dates of a summary, a column we do not know
     */
    public record Cell(
            String text, boolean ignored, @Nullable Fault fault) {}

    /** Why it cannot be taken, as a message key with its arguments. */
    public record Fault(String key, List<Object> args) {

        static Fault of(String key, Object... args) {
            return new Fault(key, List.of(args));
        }
    }

    public boolean isHeaded() {
        return heading != null;
    }

    /** How many cells and rows cannot be taken. */
    public int faults() {
        return (int) rows.stream()
                .mapToLong(row -> row.cells().stream()
                                .filter(cell -> cell.fault() != null)
                                .count()
                        + (row.fault() == null ? 0 : 1))
                .sum();
    }
}
