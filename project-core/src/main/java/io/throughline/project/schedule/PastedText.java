package io.throughline.project.schedule;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A block of cells as spreadsheets put it on the clipboard: a tab between cells, a line for each row; a cell that holds a
 * tab, a line break or a quotation mark stands in quotation marks, the marks within it twice.
 */
public final class PastedText {

    private final String text;
    private final List<List<String>> rows = new ArrayList<>();
    private List<String> row = new ArrayList<>();
    private int at;

    private PastedText(String text) {
        this.text = text;
    }

    /** All rows, empty ones between others included; a quotation mark that never ends is one. */
    public static List<List<String>> rows(String text) {
        return new PastedText(text).read();
    }

    /** The text that {@link #rows} reads as these. */
    public static String of(List<List<String>> rows) {
        return rows.stream()
                .map(row -> row.stream().map(PastedText::cell).collect(Collectors.joining("\t")))
                .collect(Collectors.joining("\n"));
    }

    private List<List<String>> read() {
        while (at < text.length()) {
            int end = closing();
            if (end > 0) {
                row.add(text.substring(at + 1, end).replace("\"\"", "\"").replace("\r\n", "\n"));
                at = end + 1;
            } else {
                int start = at;
                while (at < text.length() && !isEnd(at)) {
                    at++;
                }
                row.add(text.substring(start, at));
            }
            next();
        }
        while (!rows.isEmpty() && rows.get(rows.size() - 1).stream().allMatch(String::isBlank)) {
            rows.remove(rows.size() - 1);
        }
        return rows;
    }

    private void next() {
        if (at < text.length() && text.charAt(at) == '\t') {
            at++;
            if (at < text.length()) {
                return;
            }
            row.add("");
        } else if (text.startsWith("\r\n", at)) {
            at += 2;
        } else {
            at++;
        }
        rows.add(row);
        row = new ArrayList<>();
    }

    /** Where the quoted cell that begins here closes; 0 where none begins. */
    private int closing() {
        if (text.charAt(at) != '"') {
            return 0;
        }
        for (int i = at + 1; i < text.length(); i++) {
            if (text.charAt(i) == '"') {
                if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    i++;
                } else {
                    return i + 1 == text.length() || isEnd(i + 1) ? i : 0;
                }
            }
        }
        return 0;
    }

    private boolean isEnd(int index) {
        char c = text.charAt(index);
        return c == '\t' || c == '\n' || c == '\r';
    }

    private static String cell(String value) {
        boolean quoted = value.indexOf('\t') >= 0
                || value.indexOf('\n') >= 0
                || value.indexOf('\r') >= 0
                || value.startsWith("\"");
        return quoted ? '"' + value.replace("\"", "\"\"") + '"' : value;
    }
}
