package io.throughline.project.schedule;

import io.throughline.project.schedule.network.Conflict;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lombok.AccessLevel;
import lombok.With;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a plan in outline order.
 *
 * @param first place of the first row among the lines that show, from 0
 * @param shown how many lines show: not those in shut summaries, nor what a filter leaves out
 * @param lines how many lines the plan has
 * @param depth of the deepest line, 1 where there are no summaries
 * @param progress of the whole plan
 * @param shut numbers of the shut summaries among the rows
 * @param conflicts what of the whole plan cannot all be kept; empty where it cannot be computed
 * @param names of the tasks that conflicts name, by number
 * @param found number of the task asked for; null where none was asked for or none is there
 */
public record PlanWindow(
        @With(AccessLevel.PACKAGE) List<TaskRow> rows,
        int first,
        int shown,
        int lines,
        int depth,
        PlanProgress progress,
        Set<Integer> shut,
        List<Conflict> conflicts,
        Map<Long, String> names,
        @Nullable Integer found) {

    public PlanWindow {
        rows = List.copyOf(rows);
        shut = Set.copyOf(shut);
        conflicts = List.copyOf(conflicts);
        names = Map.copyOf(names);
    }

    public boolean isShut(TaskRow row) {
        return shut.contains(row.number());
    }

    /** Where the stretch before this one begins; null at the top. */
    public @Nullable Integer earlier() {
        return first == 0 ? null : Integer.valueOf(Math.max(0, first - PlanView.USUAL));
    }

    /** Where the next stretch begins; null at the end. */
    public @Nullable Integer later() {
        int next = first + rows.size();
        return next < shown ? Integer.valueOf(next) : null;
    }
}
