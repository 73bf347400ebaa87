package io.throughline.project.schedule;

import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectAccess;
import io.throughline.project.schedule.Gantt.Bar;
import io.throughline.project.schedule.Gantt.Span;
import io.throughline.project.schedule.Gantt.Taken;
import io.throughline.project.schedule.PlanStretches.Stretch;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads a stretch of a plan as bars over time; the axis is that of the whole plan, whichever stretch is asked for. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
@Allow(staff = true)
public class GanttQueries {

    /** Days before and after the plan whose hours are told as well. */
    public static final int AROUND = 130;

    private static final String BASELINES = """
            select b.number, b.taken_at, t.task_id, t.start, t.finish from project.baseline b
              left join project.baseline_task t on t.baseline_id = b.id and b.number = ? and t.task_id = any (?)
             where b.project_id = ? and b.number is not null order by b.number
            """;

    private final PlanStretches stretches;
    private final JdbcClient jdbc;
    private final Clock clock;

    /**
     * @param project already let in to its plan
     * @param baseline number of the baseline to compare with; null for none
     */
    public Gantt of(Viewer viewer, ProjectAccess project, PlanView view, @Nullable Integer baseline) {
        var stretch = stretches.of(project, view);
        var axis = new DayAxis(stretch.hours().hours());
        var baselines = new ArrayList<Taken>();
        var then = frozen(project, stretch, baseline, axis, baselines);
        var bars = new HashMap<Integer, Bar>();
        for (var row : stretch.window().rows()) {
            if (row.plannedStart() != null && row.plannedFinish() != null) {
                bars.put(row.number(), bar(stretch, row, axis, then.get(row.id())));
            }
        }
        long first = days(stretch).min().orElse(today(project));
        long last = days(stretch).max().orElse(first);
        boolean known = baselines.stream().anyMatch(taken -> Objects.equals(taken.number(), baseline));
        return new Gantt(
                stretch.window(),
                bars,
                new GanttArrows(stretch, axis).all(),
                first,
                last,
                LongStream.of(axis.closed(first - AROUND, last + AROUND))
                        .boxed()
                        .toList(),
                baselines,
                known ? baseline : null);
    }

    private Map<Long, Span> frozen(
            ProjectAccess project, Stretch stretch, @Nullable Integer chosen, DayAxis axis, List<Taken> baselines) {
        var ids = stretch.window().rows().stream().map(TaskRow::id).toArray(Long[]::new);
        var spans = new HashMap<Long, Span>();
        jdbc.sql(BASELINES)
                .params(chosen == null ? -1 : chosen, ids, project.id().value())
                .query(row -> {
                    var taken = new Taken(
                            row.getInt("number"), row.getTimestamp("taken_at").toInstant());
                    if (!baselines.contains(taken)) {
                        baselines.add(taken);
                    }
                    var start = TaskColumns.time(row, "start");
                    var finish = TaskColumns.time(row, "finish");
                    if (finish != null) {
                        spans.put(
                                row.getLong("task_id"),
                                new Span(axis.at(start == null ? finish : start), axis.at(finish)));
                    }
                });
        return spans;
    }

    private static Bar bar(Stretch stretch, TaskRow row, DayAxis axis, @Nullable Span then) {
        var slack = row.totalSlackMinutes();
        var late = slack == null || slack <= 0 || row.summary() || !row.status().isOpen()
                ? null
                : stretch.computed()
                        .map(plan -> plan.schedule().of(row.number()).lateFinish())
                        .orElse(null);
        return new Bar(
                axis.at(Objects.requireNonNull(row.plannedStart())),
                axis.at(Objects.requireNonNull(row.plannedFinish())),
                late == null ? null : Double.valueOf(axis.at(late)),
                then,
                row.deadline() == null ? null : Double.valueOf(axis.at(row.deadline())));
    }

    private static LongStream days(Stretch stretch) {
        return stretch.skeleton().all().stream()
                .flatMap(line -> Stream.of(line.start(), line.finish()))
                .filter(Objects::nonNull)
                .map(LocalDateTime::toLocalDate)
                .mapToLong(LocalDate::toEpochDay);
    }

    private long today(ProjectAccess project) {
        return LocalDate.now(clock.withZone(project.zone())).toEpochDay();
    }
}
