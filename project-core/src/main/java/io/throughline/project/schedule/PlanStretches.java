package io.throughline.project.schedule;

import io.throughline.project.lifecycle.ProjectAccess;
import io.throughline.project.schedule.network.Conflict;
import io.throughline.project.schedule.network.Conflicts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Chooses the stretch of a plan to be shown: little of every line is read to know the outline, all of the few lines that
 * are shown. As many statements for ten thousand tasks as for ten.
 */
@Component
@RequiredArgsConstructor
class PlanStretches {

    private final Schedules schedules;
    private final PlanCalendars calendars;
    private final JdbcClient jdbc;

    /**
     * @param shown indexes in the skeleton of the lines that show
     * @param computed empty where the plan cannot be computed
     */
    record Stretch(
            OutlineSkeleton skeleton,
            int[] shown,
            PlanWindow window,
            Optional<Schedules.Computed> computed,
            PlanHours hours) {

        /** Place of a task among the lines that show; -1 for one that does not. */
        int placeOf(int number) {
            int index = skeleton.indexOf(number);
            return index < 0 ? -1 : Math.max(-1, Arrays.binarySearch(shown, index));
        }

        OutlineLine lineAt(int place) {
            return skeleton.line(shown[place]);
        }
    }

    Stretch of(ProjectAccess project, PlanView view) {
        var skeleton = OutlineSkeleton.of(jdbc, project.id());
        var computed = schedules.find(project.id());
        int at = view.at() == null ? -1 : skeleton.find(view.at());
        var shut = skeleton.shut(view.fold(), at);
        var shown = skeleton.shown(shut, index -> !view.critical() || isCritical(computed, skeleton.line(index)));
        int first = first(view, shown, at);
        int end = (int) Math.min((long) first + view.size(), shown.length);
        var lines = Arrays.stream(shown, first, end).mapToObj(skeleton::line).toList();
        var hours = calendars.of(project);
        var rows = rows(lines, hours, computed);
        var conflicts = computed.map(plan -> Conflicts.of(plan.schedule())).orElse(List.of());
        var found = at < 0 ? null : Integer.valueOf(skeleton.line(at).number());
        var window = new PlanWindow(
                rows,
                first,
                shown.length,
                skeleton.size(),
                skeleton.depth(),
                skeleton.progress(),
                numbers(skeleton, shut, lines),
                conflicts,
                names(skeleton, conflicts),
                found);
        return new Stretch(skeleton, shown, window, computed, hours);
    }

    /** The stretch asked for, moved as little as may be so that it holds the line looked for. */
    private static int first(PlanView view, int[] shown, int at) {
        int last = Math.max(0, shown.length - view.size());
        int first = Math.min(view.from(), last);
        int place = at < 0 ? -1 : Arrays.binarySearch(shown, at);
        if (place < 0 || place >= first && place - first < view.size()) {
            return first;
        }
        return Math.max(0, Math.min(place - view.size() / 3, last));
    }

    private static boolean isCritical(Optional<Schedules.Computed> computed, OutlineLine line) {
        return computed.filter(plan -> plan.has(line.number()))
                .map(plan -> plan.schedule().isCritical(line.number()))
                .orElse(false);
    }

    /** In the order of the lines. */
    List<TaskRow> rows(List<OutlineLine> lines, PlanHours hours, Optional<Schedules.Computed> computed) {
        var reader = new TaskRows(Map.of(), hours);
        var tasks = new HashMap<Long, TaskRow>();
        var predecessors = new HashMap<Long, List<PredecessorView>>();
        jdbc.sql(TaskRows.LINKED)
                .param(lines.stream().map(OutlineLine::id).toArray(Long[]::new))
                .query(row -> {
                    long id = row.getLong("id");
                    if (!tasks.containsKey(id)) {
                        tasks.put(id, reader.read(row));
                    }
                    if (row.getObject("predecessor") != null) {
                        predecessors
                                .computeIfAbsent(id, key -> new ArrayList<>())
                                .add(TaskRows.end(row, "predecessor"));
                    }
                });
        return lines.stream()
                .flatMap(line -> Optional.ofNullable(tasks.get(line.id()))
                        .map(task -> task.withDepth(line.depth())
                                .withWbs(line.wbs())
                                .withPredecessors(predecessors.getOrDefault(line.id(), List.of())))
                        .stream())
                .map(task -> computed.map(plan -> plan.judged(task)).orElse(task))
                .toList();
    }

    private static Map<Long, String> names(OutlineSkeleton skeleton, List<Conflict> conflicts) {
        var names = new HashMap<Long, String>();
        for (var one : conflicts) {
            names.put(one.task(), skeleton.nameOf((int) one.task()));
            if (one.link() != null) {
                names.put(one.link().predecessor(), skeleton.nameOf((int)
                        one.link().predecessor()));
            }
        }
        return names;
    }

    private static HashSet<Integer> numbers(OutlineSkeleton skeleton, BitSet shut, List<OutlineLine> lines) {
        var numbers = new HashSet<Integer>();
        for (var line : lines) {
            if (shut.get(skeleton.indexOf(line.number()))) {
                numbers.add(line.number());
            }
        }
        return numbers;
    }
}
