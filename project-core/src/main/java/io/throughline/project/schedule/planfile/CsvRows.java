package io.throughline.project.schedule.planfile;

import java.util.ArrayList;
import java.util.List;

/** The rows of a text table by RFC 4180, with any separator and any line end. */
final class CsvRows {
    private static final int CELL = 40_000;
    private static final String FORMULA = "=+-@\t\r\uff1d\uff0b\uff0d\uff20";

    private final String text;
    private final char separator;
    private final PlanFileLimits limits;
    private final List<SheetRow> rows = new ArrayList<>();
    private List<Cell> cells = new ArrayList<>();
    private int at;
    private int line = 1;

    CsvRows(String text, char separator, PlanFileLimits limits) {
        this.text = text;
        this.separator = separator;
        this.limits = limits;
    }

    /** Empty rows are left out but counted in the row numbers. */
    List<SheetRow> rows() {
        while (at < text.length()) {
            int number = line;
            addCell(text.charAt(at) == '"' ? quoted(number) : plain());
            if (at >= text.length() || text.charAt(at) != separator) {
                endRow(number);
            } else {
                at++;
                if (at == text.length()) {
                    endRow(number);
                }
            }
        }
        return rows;
    }

    private String plain() {
        int start = at;
        while (at < text.length() && text.charAt(at) != separator && !isLineEnd(text.charAt(at))) {
            at++;
        }
        return text.substring(start, at);
    }

    private String quoted(int number) {
        var cell = new StringBuilder();
        at++;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c != '"') {
                cell.append(c);
                line += c == '\n' ? 1 : 0;
            } else if (at < text.length() && text.charAt(at) == '"') {
                cell.append('"');
                at++;
            } else {
                return cell + plain();
            }
        }
        throw new PlanFileException("openQuote", number);
    }

    private void addCell(String value) {
        if (value.length() > CELL) {
            throw new PlanFileException("cellTooLong", line);
        }
        cells.add(Cell.of(unmarked(value)));
        if (cells.size() > limits.columns()) {
            throw new PlanFileException("tooManyColumns", limits.columns());
        }
    }

    /** Exports put an apostrophe before what a spreadsheet would take for a formula. */
    private static String unmarked(String value) {
        boolean marked = value.length() > 1 && value.charAt(0) == '\'' && FORMULA.indexOf(value.charAt(1)) >= 0;
        return marked ? value.substring(1) : value;
    }

    private void endRow(int number) {
        if (at < text.length()) {
            boolean both = text.startsWith("\r\n", at);
            at += both ? 2 : 1;
            line++;
        }
        var row = new SheetRow(number, List.copyOf(cells));
        cells = new ArrayList<>();
        if (!row.isEmpty()) {
            rows.add(row);
            if (rows.size() > limits.tasks() + 1) {
                throw new PlanFileException("tooManyTasks", limits.tasks());
            }
        }
    }

    private static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r';
    }
}
