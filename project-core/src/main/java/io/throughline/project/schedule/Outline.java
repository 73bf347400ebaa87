package io.throughline.project.schedule;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts the tasks of a plan, sorted by place among their siblings, into outline order with their WBS codes. */
class Outline {

    private static final int TOP = 0;

    private final Map<Integer, List<TaskRow>> below = new HashMap<>();
    private final TaskRows rows;

    Outline(TaskRows rows) {
        this.rows = rows;
    }

    void take(ResultSet row) throws SQLException {
        var line = rows.read(row);
        below.computeIfAbsent(line.parent() == null ? TOP : line.parent(), key -> new ArrayList<>())
                .add(line);
    }

    List<TaskRow> rows() {
        var all = new ArrayList<TaskRow>();
        walk(TOP, 1, null, all);
        return all;
    }

    private void walk(int parent, int depth, @Nullable String prefix, List<TaskRow> all) {
        int place = 1;
        for (var line : below.getOrDefault(parent, List.of())) {
            var wbs = prefix == null ? String.valueOf(place) : prefix + "." + place;
            all.add(line.withDepth(depth).withWbs(wbs));
            walk(line.number(), depth + 1, wbs, all);
            place++;
        }
    }
}
