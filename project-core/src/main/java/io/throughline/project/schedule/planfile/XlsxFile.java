package io.throughline.project.schedule.planfile;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;

/** A workbook: the first sheet whose heading row is that of a plan. */
final class XlsxFile {
    private static final int SHEETS = 20;

    private final PlanFileLimits limits;

    XlsxFile(PlanFileLimits limits) {
        this.limits = limits;
    }

    PlanFile read(Path file) throws IOException {
        var clean = Files.createTempFile("plan", ".xlsx");
        try {
            new XlsxGuard(limits).repack(file, clean);
            return readClean(clean);
        } finally {
            Files.deleteIfExists(clean);
        }
    }

    private PlanFile readClean(Path file) throws IOException {
        try (var workbook = new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true))) {
            var sheets = workbook.getSheets().toList();
            for (var sheet : sheets.subList(0, Math.min(SHEETS, sheets.size()))) {
                var table = PlanSheet.of(rows(sheet));
                if (table != null) {
                    return table.read(PlanFormat.XLSX, limits, sheet.getName());
                }
            }
            throw new PlanFileException("noHeading");
        }
    }

    private List<SheetRow> rows(Sheet sheet) throws IOException {
        try (var stream = sheet.openStream()) {
            var rows = new ArrayList<SheetRow>();
            for (var iterator = stream.iterator(); iterator.hasNext(); ) {
                var row = row(iterator.next());
                if (row.isEmpty()) {
                    continue;
                }
                rows.add(row);
                if (rows.size() > limits.tasks() + 1) {
                    throw new PlanFileException("tooManyTasks", limits.tasks());
                }
            }
            return rows;
        }
    }

    private static SheetRow row(Row row) {
        var cells = new ArrayList<Cell>();
        for (int i = 0; i < row.getCellCount(); i++) {
            cells.add(cell(row.getCell(i)));
        }
        return new SheetRow(row.getRowNum(), cells);
    }

    private static Cell cell(org.dhatim.fastexcel.reader.@Nullable Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY) {
            return Cell.EMPTY;
        }
        var raw = cell.getRawValue();
        return switch (cell.getType()) {
            case ERROR -> new Cell(raw == null ? "#" : raw, null, null, false, true);
            case NUMBER -> number(cell, cell.asNumber());
            case BOOLEAN -> Cell.of(String.valueOf(cell.asBoolean()));
            case FORMULA -> formula(cell, raw);
            default -> Cell.of(String.valueOf(cell.getText()));
        };
    }

    private static Cell formula(org.dhatim.fastexcel.reader.Cell cell, @Nullable String raw) {
        if (raw == null || raw.isEmpty()) {
            return new Cell("=" + cell.getFormula(), null, null, false, true);
        }
        if (raw.startsWith("#")) {
            return new Cell(raw, null, null, false, true);
        }
        return raw.matches("-?[0-9]{1,15}(\\.[0-9]{1,17})?([eE][-+]?[0-9]{1,2})?")
                ? number(cell, new BigDecimal(raw))
                : Cell.of(raw);
    }

    private static Cell number(org.dhatim.fastexcel.reader.Cell cell, @Nullable BigDecimal number) {
        if (number == null) {
            return Cell.EMPTY;
        }
        var format = cell.getDataFormatString();
        boolean percent = format != null && format.contains("%");
        var date = isDate(format) ? date(number) : null;
        var text = date == null ? number.stripTrailingZeros().toPlainString() : date.toString();
        return new Cell(text, number, date, percent, false);
    }

    private static boolean isDate(@Nullable String format) {
        if (format == null) {
            return false;
        }
        var plain = format.toLowerCase(Locale.ROOT).replaceAll("\"[^\"]*\"|\\\\.|\\[[^]]*]", "");
        return plain.contains("y") || plain.contains("d") || plain.contains("年") || plain.contains("m/");
    }

    /** Days since 1899-12-30, with the time as fraction, rounded to the second as Excel shows it. */
    private static @Nullable LocalDateTime date(BigDecimal serial) {
        double days = serial.doubleValue();
        if (days < 1 || days > 200_000) {
            return null;
        }
        return LocalDateTime.of(1899, 12, 30, 0, 0).plusSeconds(Math.round(days * 86_400));
    }
}
