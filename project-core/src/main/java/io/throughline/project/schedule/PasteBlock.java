package io.throughline.project.schedule;

import io.throughline.project.schedule.PastedSheet.Heading;
import io.throughline.project.schedule.planfile.Column;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The cells of a pasted block with what each column is: by a heading row, else from the column pasted into on. */
record PasteBlock(List<Heading> columns, @Nullable List<String> heading, List<List<String>> body) {

    private static final Pattern NOTHING = Pattern.compile("(?i)na|n/a|nan|none|null|无|待定|-{1,3}|—{1,3}");

    /** Headings that sheets of files do not have, or that mean something else there. */
    private static final Map<String, Column> OWN = Map.ofEntries(
            Map.entry("effort", Column.EFFORT),
            Map.entry("work", Column.EFFORT),
            Map.entry("工时", Column.EFFORT),
            Map.entry("工作量", Column.EFFORT),
            Map.entry("tasktype", Column.EFFORT_TYPE),
            Map.entry("任务类型", Column.EFFORT_TYPE),
            Map.entry("constraint", Column.CONSTRAINT),
            Map.entry("约束", Column.CONSTRAINT),
            Map.entry("限制", Column.CONSTRAINT),
            Map.entry("threepoints", Column.ESTIMATE),
            Map.entry("三点估算", Column.ESTIMATE));

    static PasteBlock of(PasteRows command) {
        var rows = PastedText.rows(command.text());
        var heading = rows.isEmpty() ? List.<Heading>of() : headings(rows.get(0));
        int width = rows.stream().mapToInt(List::size).max().orElse(0);
        if (isHeading(heading, command)) {
            return new PasteBlock(padded(heading, width), rows.get(0), rows.subList(1, rows.size()));
        }
        var columns = command.columns() == null ? PasteRows.USUAL : command.columns();
        var given = columns.stream()
                .map(column -> new Heading(column.written().orElse(null)))
                .toList();
        return new PasteBlock(padded(given, width), null, rows);
    }

    /** For a cell of the body; empty where the column is not there, is nothing we know, or says that there is nothing. */
    String text(List<String> row, Column column) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).column() == column) {
                var text = i < row.size() ? row.get(i).strip() : "";
                return column != Column.NAME && NOTHING.matcher(text).matches() ? "" : text;
            }
        }
        return "";
    }

    boolean has(Column column) {
        return columns.stream().anyMatch(heading -> heading.column() == column);
    }

    int firstLine() {
        return heading == null ? 1 : 2;
    }

    /** Leading blanks of the name, two for a wide one. */
    int indentation(List<String> row) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).column() == Column.NAME) {
                return i < row.size() ? indentation(row.get(i)) : 0;
            }
        }
        return 0;
    }

    private static int indentation(String name) {
        int width = 0;
        for (int i = 0; i < name.length(); i++) {
            switch (name.charAt(i)) {
                case ' ', '\u00a0' -> width++;
                case '\u3000' -> width += 2;
                case '\t' -> width += 4;
                default -> {
                    return width;
                }
            }
        }
        return width;
    }

    /** New rows need a name; a heading of one cell has to be the one column that is pasted into. */
    private static boolean isHeading(List<Heading> heading, PasteRows command) {
        long known =
                heading.stream().map(Heading::column).filter(Objects::nonNull).count();
        boolean named = heading.stream().anyMatch(one -> one.column() == Column.NAME);
        boolean all = known == heading.size() && known > 0;
        return command.where() == PasteRows.Place.OVER ? known > 1 || all : named && (known > 1 || all);
    }

    private static List<Heading> headings(List<String> row) {
        var columns = new ArrayList<Heading>();
        for (var text : row) {
            var column = Optional.ofNullable(Column.of(text)).orElseGet(() -> own(text));
            boolean twice = columns.stream().anyMatch(known -> known.column() == column);
            columns.add(new Heading(twice ? null : column));
        }
        return columns;
    }

    private static @Nullable Column own(String heading) {
        return heading.length() > 60
                ? null
                : OWN.get(Normalizer.normalize(heading, Normalizer.Form.NFKC)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("\\([^)]*\\)|[\\s_*:.-]+", ""));
    }

    private static List<Heading> padded(List<Heading> columns, int width) {
        var all = new ArrayList<>(columns.subList(0, Math.min(width, columns.size())));
        while (all.size() < width) {
            all.add(new Heading(null));
        }
        return List.copyOf(all);
    }
}
