package io.throughline.project.schedule;

import io.throughline.project.lifecycle.ProjectId;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads a project's plan as lines of a template: in outline order, dates as offsets, without what was cancelled. */
@Component
@RequiredArgsConstructor
class TemplateSources {

    private static final int TOP = 0;

    private static final String TASKS = "select " + StoredTask.COLUMNS + """
            , t.position as place
              from project.task t
              left join project.task p on p.id = t.parent_id and p.deleted_at is null
             where t.project_id = ? and t.deleted_at is null
            """;

    private final JdbcClient jdbc;

    /** @param ids of the tasks, in the same order */
    record Source(List<TemplateTask> lines, List<Long> ids) {

        Map<Long, Integer> positions() {
            var positions = new HashMap<Long, Integer>();
            for (int i = 0; i < lines.size(); i++) {
                positions.put(ids.get(i), lines.get(i).position());
            }
            return positions;
        }
    }

    private record Placed(StoredTask task, long place) {

        int above() {
            return task.parent() == null ? TOP : task.parent();
        }
    }

    Source read(ProjectId project, PlanHours hours, LocalDate origin, Map<Long, Long> calendars) {
        Map<Integer, List<Placed>> below = jdbc
                .sql(TASKS)
                .param(project.value())
                .query((row, n) -> new Placed(StoredTask.read(row), row.getLong("place")))
                .stream()
                .filter(one -> !one.task().cancelled())
                .sorted(Comparator.comparingLong(Placed::place)
                        .thenComparingLong(one -> one.task().id()))
                .collect(Collectors.groupingBy(Placed::above));
        var source = new Source(new ArrayList<>(), new ArrayList<>());
        var taker = new Taker(source, below, hours, origin, calendars);
        taker.below(TOP, 1);
        return source;
    }

    private record Taker(
            Source source,
            Map<Integer, List<Placed>> below,
            PlanHours hours,
            LocalDate origin,
            Map<Long, Long> calendars) {

        void below(int number, int level) {
            for (var one : below.getOrDefault(number, List.of())) {
                source.lines().add(line(one.task(), level));
                source.ids().add(one.task().id());
                below(one.task().number(), level + 1);
            }
        }

        private TemplateTask line(StoredTask task, int level) {
            var calendar = task.calendar();
            return new TemplateTask(
                    source.lines().size() + 1,
                    level,
                    below.containsKey(task.number()),
                    task.kind(),
                    task.manual(),
                    task.manual() ? offset(task.start()) : null,
                    task.manual() ? offset(task.finish()) : null,
                    task.summary() ? null : Long.valueOf(task.amount(hours.hours())),
                    task.elapsed(),
                    task.constraint(),
                    offset(task.constraintDate()),
                    offset(task.deadline()),
                    task.gaps(),
                    calendar == null ? null : calendars.getOrDefault(calendar, calendar));
        }

        private @Nullable String offset(@Nullable LocalDateTime moment) {
            return moment == null ? null : PlanOffset.of(hours, origin, moment).toString();
        }
    }
}
