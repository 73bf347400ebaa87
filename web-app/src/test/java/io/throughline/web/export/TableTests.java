package io.throughline.web.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.foundation.model.Cursor;
import io.throughline.foundation.model.Page;
import io.throughline.foundation.model.PageRequest;
import io.throughline.web.export.Table.Column;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableTests {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @Test
    void writesWhatExcelOpensAsUtf8() throws IOException {
        var csv = csv(List.of(new Line("主轴异响", 12, LocalDate.of(2026, 3, 2), Instant.parse("2026-03-02T00:30:00Z"))));

        assertThat(csv).isEqualTo("\ufeff名称,数量,日期,时间\r\n主轴异响,12,2026-03-02,2026-03-02 08:30\r\n");
    }

    @Test
    void quotesWhatWouldEndACell() throws IOException {
        assertThat(csv(List.of(new Line("a,b;\"c\"\nd", null, null, null)))).endsWith("\"a,b;\"\"c\"\"\nd\",,,\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "＝1", "=cmd|' /C calc'!A0"})
    void startsNoFormula(String hostile) throws IOException {
        assertThat(csv(List.of(new Line(hostile, null, null, null)))).contains("'" + hostile.substring(0, 1));
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(xlsx(hostile)))) {
            var cell = book.getFirstSheet().read().get(1).getCell(0);
            assertThat(cell.getType()).isEqualTo(CellType.STRING);
            assertThat(cell.getFormula()).isNull();
        }
    }

    @Test
    void keepsANegativeNumberANumber() throws IOException {
        assertThat(csv(List.of(new Line("x", -5, null, null)))).contains("x,-5,");
    }

    @Test
    void keepsTheTextOfAWorkbookAsItWas() throws IOException {
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(xlsx("=1+1 <b> & \u0007")))) {
            assertThat(book.getFirstSheet().read().get(1).getCell(0).asString()).isEqualTo("=1+1 <b> & ");
        }
    }

    @Test
    void writesEveryStretchAndSaysWhereItWasCut() throws IOException {
        var all = IntStream.range(0, Table.MOST_ROWS + 500)
                .mapToObj(i -> new Line("n" + i, i, null, null))
                .toList();

        var lines = csv(all).split("\r\n");

        assertThat(lines).hasSize(1 + Table.MOST_ROWS + 1);
        assertThat(lines[1]).startsWith("n0,0");
        assertThat(lines[Table.MOST_ROWS]).startsWith("n" + (Table.MOST_ROWS - 1) + ",");
        assertThat(lines[Table.MOST_ROWS + 1]).isEqualTo("more");
    }

    private static String csv(List<Line> lines) throws IOException {
        var out = new ByteArrayOutputStream();
        TableFormat.CSV.write(table(lines), SHANGHAI, "more", out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static byte[] xlsx(String text) throws IOException {
        var out = new ByteArrayOutputStream();
        TableFormat.XLSX.write(table(List.of(new Line(text, 1, null, null))), SHANGHAI, "more", out);
        return out.toByteArray();
    }

    private static Table<Line> table(List<Line> lines) {
        return new Table<>(
                "表",
                List.of(
                        new Column<>("名称", Line::name),
                        new Column<>("数量", Line::number),
                        new Column<>("日期", Line::day),
                        new Column<>("时间", Line::at)),
                request -> stretch(lines, request));
    }

    private static Page<Line> stretch(List<Line> lines, PageRequest request) {
        var cursor = request.cursor();
        int from = cursor == null ? 0 : (int) cursor.id();
        int to = Math.min(lines.size(), from + request.size());
        return new Page<>(
                lines.subList(from, to), to < lines.size() ? Cursor.of("x", to).encode() : null, null);
    }

    private record Line(
            String name,
            @Nullable Integer number,
            @Nullable LocalDate day,
            @Nullable Instant at) {}
}
