package io.throughline.web.project.schedule;

import io.throughline.project.schedule.PastedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Puts cells that were corrected one by one back into the block they belong to. */
final class CellFixes {

    /** Line from 1 and column from 0. */
    private static final Pattern NAME = Pattern.compile("fix-([0-9]{1,5})-([0-9]{1,3})");

    private CellFixes() {}

    /** @param sent what the form sent, among it the corrected cells by name; names of cells that are not there are passed over */
    static String into(String text, Map<String, String> sent) {
        if (sent.keySet().stream().noneMatch(name -> name.startsWith("fix-"))) {
            return text;
        }
        var rows = new ArrayList<List<String>>(PastedText.rows(text));
        sent.forEach((name, value) -> {
            var place = NAME.matcher(name);
            if (place.matches()) {
                fix(rows, Integer.parseInt(place.group(1)) - 1, Integer.parseInt(place.group(2)), value);
            }
        });
        return PastedText.of(rows);
    }

    private static void fix(List<List<String>> rows, int line, int column, String value) {
        if (line < 0 || line >= rows.size() || column > 255) {
            return;
        }
        var row = new ArrayList<>(rows.get(line));
        while (row.size() <= column) {
            row.add("");
        }
        row.set(column, value.replace("\r\n", "\n"));
        rows.set(line, row);
    }
}
