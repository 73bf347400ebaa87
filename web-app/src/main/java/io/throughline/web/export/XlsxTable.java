package io.throughline.web.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** A workbook of one sheet, written as it goes; texts are text cells, whatever they begin with. */
class XlsxTable {

    private static final int FLUSH_EVERY = 500;
    private static final int LONGEST_CELL = 32_767;
    private static final double WIDTH = 20;

    private final OutputStream out;
    private final ZoneId zone;
    private int row;

    XlsxTable(OutputStream out, ZoneId zone) {
        this.out = out;
        this.zone = zone;
    }

    <T> void write(Table<T> table, String more) throws IOException {
        try (var book = new Workbook(out, "Throughline", "1.0")) {
            var sheet = book.newWorksheet("1");
            sheet.freezePane(1, 1);
            for (int i = 0; i < table.columns().size(); i++) {
                sheet.width(i, WIDTH);
                sheet.value(0, i, table.columns().get(i).label());
                sheet.style(0, i).bold().set();
            }
            boolean whole = table.forEach(line -> write(sheet, table, line));
            if (!whole) {
                sheet.value(++row, 0, more);
            }
        }
    }

    private <T> void write(Worksheet sheet, Table<T> table, T line) {
        row++;
        for (int i = 0; i < table.columns().size(); i++) {
            cell(sheet, i, table.columns().get(i).value().apply(line));
        }
        if (row % FLUSH_EVERY == 0) {
            flush(sheet);
        }
    }

    private void cell(Worksheet sheet, int column, @Nullable Object value) {
        if (value instanceof Number number) {
            sheet.value(row, column, number);
        } else if (value instanceof LocalDate day) {
            sheet.value(row, column, day);
            sheet.style(row, column).format("yyyy-mm-dd").set();
        } else if (value instanceof Instant instant) {
            sheet.value(row, column, instant.atZone(zone).toLocalDateTime());
            sheet.style(row, column).format("yyyy-mm-dd hh:mm").set();
        } else if (value instanceof LocalDateTime time) {
            sheet.value(row, column, time);
            sheet.style(row, column).format("yyyy-mm-dd hh:mm").set();
        } else if (value != null) {
            var text = printable(value.toString());
            sheet.inlineString(row, column, text);
        }
    }

    /** What XML 1.0 cannot hold is left out, and what Excel refuses to hold is cut. */
    private static String printable(String text) {
        var kept = text.codePoints()
                .filter(c -> c == '\t' || c == '\n' || c == '\r' || c >= 0x20 && c != 0xfffe && c != 0xffff)
                .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
        return kept.length() <= LONGEST_CELL ? kept.toString() : kept.substring(0, LONGEST_CELL);
    }

    private static void flush(Worksheet sheet) {
        try {
            sheet.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
