package io.throughline.project.schedule.planfile;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A table with a heading row that names at least the task and one more thing we know. */
final class PlanSheet {
    private static final int LOOK_FOR_HEADING = 30;

    private final SheetRow heading;
    private final Map<Column, Integer> columns;
    private final List<SheetRow> body;

    private PlanSheet(SheetRow heading, Map<Column, Integer> columns, List<SheetRow> body) {
        this.heading = heading;
        this.columns = columns;
        this.body = body;
    }

    static @Nullable PlanSheet of(List<SheetRow> rows) {
        for (int i = 0; i < Math.min(rows.size(), LOOK_FOR_HEADING); i++) {
            var columns = columns(rows.get(i));
            if (columns.containsKey(Column.NAME) && columns.size() > 1) {
                return new PlanSheet(rows.get(i), columns, rows.subList(i + 1, rows.size()));
            }
        }
        return null;
    }

    PlanFile read(PlanFormat format, PlanFileLimits limits, @Nullable String title) {
        if (body.size() > limits.tasks()) {
            throw new PlanFileException("tooManyTasks", limits.tasks());
        }
        var report = new ReportBuilder();
        noteUnknownColumns(report);
        return new SheetPlan(this, format, title, report).read();
    }

    List<SheetRow> body() {
        return body;
    }

    boolean has(Column column) {
        return columns.containsKey(column);
    }

    Cell cell(SheetRow row, Column column) {
        var at = columns.get(column);
        return at == null ? Cell.EMPTY : row.cell(at);
    }

    /** As the person wrote it. */
    @Nullable
    String headingOf(Column column) {
        var at = columns.get(column);
        return at == null ? null : heading.cell(at).text().strip();
    }

    List<String> texts(Column column) {
        var texts = new ArrayList<String>();
        for (var row : body) {
            var cell = cell(row, column);
            if (cell.date() == null && !cell.isEmpty()) {
                texts.add(cell.text());
            }
        }
        return texts;
    }

    private void noteUnknownColumns(ReportBuilder report) {
        for (int i = 0; i < heading.cells().size(); i++) {
            int column = i;
            if (!columns.containsValue(i)
                    && body.stream().anyMatch(row -> !row.cell(column).isEmpty())) {
                var name = heading.cell(i).text();
                report.left("columns", name.isBlank() ? "(" + (i + 1) + ")" : name);
            }
        }
    }

    private static Map<Column, Integer> columns(SheetRow row) {
        var columns = new EnumMap<Column, Integer>(Column.class);
        for (int i = 0; i < row.cells().size(); i++) {
            var column = Column.of(row.cell(i).text());
            if (column != null) {
                columns.putIfAbsent(column, i);
            }
        }
        return columns;
    }
}
