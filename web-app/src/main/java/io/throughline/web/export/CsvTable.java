package io.throughline.web.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Comma-separated values (RFC 4180) in UTF-8, with the mark by which Excel knows it. A text a spreadsheet would take for
 * a formula gets an apostrophe in front, which spreadsheets read as "this is text".
 */
class CsvTable {

    private static final char MARK = '\ufeff';
    private static final String STARTS_FORMULA = "=+-@\t\r\uff1d\uff0b\uff0d\uff20";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Writer out;
    private final ZoneId zone;

    CsvTable(OutputStream out, ZoneId zone) {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        this.zone = zone;
    }

    <T> void write(Table<T> table, String more) throws IOException {
        out.write(MARK);
        line(table.columns().stream().map(Table.Column::label).toList());
        boolean whole = table.forEach(row -> line(table.columns().stream()
                .map(column -> text(column.value().apply(row)))
                .toList()));
        if (!whole) {
            line(List.of(more));
        }
        out.flush();
    }

    private void line(List<String> cells) {
        try {
            out.write(String.join(",", cells.stream().map(CsvTable::quoted).toList()));
            out.write("\r\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String text(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Instant instant) {
            return TIME.format(instant.atZone(zone));
        }
        if (value instanceof LocalDateTime time) {
            return TIME.format(time);
        }
        var text = value.toString();
        return value instanceof Number ? text : harmless(text);
    }

    static String harmless(String text) {
        return !text.isEmpty() && STARTS_FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static String quoted(String cell) {
        boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r' || c == ';');
        return plain ? cell : "\"" + cell.replace("\"", "\"\"") + "\"";
    }
}
