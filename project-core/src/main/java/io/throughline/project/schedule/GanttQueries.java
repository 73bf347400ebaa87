package io.throughline.project.schedule;

import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectAccess;
import io.throughline.project.schedule.Gantt.Bar;
import io.throughline.project.schedule.Gantt.Gone;
import io.throughline.project.schedule.Gantt.Span;
import io.throughline.project.schedule.Gantt.Taken;
import io.throughline.project.schedule.PlanStretches.Stretch;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
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
            select p.status_date, b.number, b.taken_at, t.task_id, t.start, t.finish, k.number as gone, k.name, k.kind, k.summary
              from project.project p
              left join project.baseline b on b.project_id = p.id and b.number is not null
              left join project.baseline_task t on t.baseline_id = b.id and b.number = :chosen and t.finish is not null
                   and (t.task_id = any (:rows)
                        or exists (select 1 from project.task d where d.id = t.task_id and d.deleted_at is not null))
              left join project.task k on k.id = t.task_id and k.deleted_at is not null
             where p.id = :project order by b.number, t.start, k.number
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
        var then = frozen(project, stretch, baseline, axis);
        var bars = new HashMap<Integer, Bar>();
        for (var row : stretch.window().rows()) {
            if (row.plannedStart() != null && row.plannedFinish() != null) {
                bars.put(row.number(), bar(stretch, row, axis, then.spans().get(row.id())));
            }
        }
        long first = days(stretch, then).min().orElse(today(project));
        long last = days(stretch, then).max().orElse(first);
        boolean known = then.baselines().stream().anyMatch(taken -> Objects.equals(taken.number(), baseline));
        int shown = Math.min(Gantt.MOST_GONE, then.gone().size());
        return new Gantt(
                stretch.window(),
                bars,
                new GanttArrows(stretch, axis).all(),
                first,
                last,
                LongStream.of(axis.closed(first - AROUND, last + AROUND))
                        .boxed()
                        .toList(),
                then.baselines(),
                known ? baseline : null,
                then.gone().subList(0, shown),
                then.gone().size() - shown,
                then.statusDate());
    }

    /**
     * What was.
     *
     * @param spans where the chosen baseline had the rows, by task id
     */
    private record Frozen(
            List<Taken> baselines,
            Map<Long, Span> spans,
            List<Gone> gone,
            @Nullable LocalDate statusDate) {}

    private Frozen frozen(ProjectAccess project, Stretch stretch, @Nullable Integer chosen, DayAxis axis) {
        var baselines = new LinkedHashSet<Taken>();
        var spans = new HashMap<Long, Span>();
        var gone = new ArrayList<Gone>();
        var status = new LocalDate[1];
        jdbc.sql(BASELINES)
                .param("chosen", chosen == null ? -1 : chosen)
                .param("rows", stretch.window().rows().stream().map(TaskRow::id).toArray(Long[]::new))
                .param("project", project.id().value())
                .query(row -> {
                    status[0] = row.getObject("status_date", LocalDate.class);
                    var number = TaskColumns.integer(row, "number");
                    if (number == null) {
                        return;
                    }
                    baselines.add(new Taken(number, row.getTimestamp("taken_at").toInstant()));
                    var finish = TaskColumns.time(row, "finish");
                    if (finish == null) {
                        return;
                    }
                    var start = Objects.requireNonNullElse(TaskColumns.time(row, "start"), finish);
                    var span = new Span(axis.at(start), axis.at(finish));
                    if (TaskColumns.integer(row, "gone") == null) {
                        spans.put(row.getLong("task_id"), span);
                    } else {
                        gone.add(gone(row, span, start, finish));
                    }
                });
        return new Frozen(List.copyOf(baselines), spans, gone, status[0]);
    }

    private static Gone gone(ResultSet row, Span then, LocalDateTime start, LocalDateTime finish) throws SQLException {
        return new Gone(
                row.getInt("gone"),
                row.getString("name"),
                TaskKind.MILESTONE.name().equals(row.getString("kind")),
                row.getBoolean("summary"),
                then,
                start,
                finish);
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

    private static LongStream days(Stretch stretch, Frozen then) {
        return Stream.concat(
                        stretch.skeleton().all().stream().flatMap(line -> Stream.of(line.start(), line.finish())),
                        then.gone().stream().flatMap(task -> Stream.of(task.start(), task.finish())))
                .filter(Objects::nonNull)
                .map(LocalDateTime::toLocalDate)
                .mapToLong(LocalDate::toEpochDay);
    }

    private long today(ProjectAccess project) {
        return LocalDate.now(clock.withZone(project.zone())).toEpochDay();
    }
}
