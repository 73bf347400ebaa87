package io.throughline.project.schedule;

import io.throughline.foundation.activity.Audit;
import io.throughline.foundation.activity.AuditRecord;
import io.throughline.foundation.model.SubjectRef;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectId;
import io.throughline.project.schedule.PlanMoves.Moved;
import io.throughline.project.schedule.Schedules.Computed;
import io.throughline.project.schedule.StoredPlan.Line;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToLongFunction;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Computes a plan after a change and saves the tasks that moved: all in one statement, one version each, with a line of
 * history that names the cause (scheduling rules 11 and 14). In the transaction of the change; changes of one plan wait
 * for each other at {@link #open}.
 */
@Component
@RequiredArgsConstructor
class Replanning {

    private static final String LOCK = "select 1 from project.plan where project_id = ? for update";

    private static final String OPEN = """
            insert into project.plan (project_id, revision, start_on)
            select p.id, 0, coalesce(p.planned_start,
                       (select min(t.planned_start)::date from project.task t
                         where t.project_id = p.id and t.deleted_at is null and t.status <> 'CANCELLED'),
                       (:now at time zone p.zone)::date)
              from project.project p where p.id = :project
            on conflict (project_id) do update set revision = plan.revision
            """;

    private static final String SAVE = """
            update project.task t
               set planned_start = m.start, planned_finish = m.finish, version = t.version + 1, changed_at = ?, changed_by = ?
              from (select number, timestamp 'epoch' + start * interval '1 second' as start,
                           timestamp 'epoch' + finish * interval '1 second' as finish
                      from unnest(?::int[], ?::bigint[], ?::bigint[]) as m (number, start, finish)) m
             where t.project_id = ? and t.number = m.number
            """;

    private static final String PIN = """
            update project.task t set constraint_type = 'SNET', constraint_date = timestamp 'epoch' + m.start * interval '1 second'
              from unnest(?::int[], ?::bigint[]) as m (number, start)
             where t.project_id = ? and t.number = m.number
            """;

    private final Schedules schedules;
    private final Audit audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    /** Call before anything of the plan is read for a change. */
    void open(ProjectId project) {
        if (jdbc.sql(LOCK)
                .param(project.value())
                .query(Integer.class)
                .optional()
                .isEmpty()) {
            jdbc.sql(OPEN)
                    .param("now", Timestamp.from(clock.instant()))
                    .param("project", project.value())
                    .update();
        }
    }

    /**
     * Everything that was changed must have been flushed; entities read before are stale afterwards.
     *
     * @param cause the task that was changed, as people write it, or what else it was
     */
    PlanMoves run(Viewer viewer, ProjectId project, String cause) {
        var computed = schedules.of(project);
        var moves = moves(computed);
        pin(project, computed.plan().pins());
        save(viewer, project, moves.tasks());
        audit.record(
                viewer, cause, moves.tasks().stream().map(Replanning::noted).toList());
        jdbc.sql("update project.plan set revision = revision + 1 where project_id = ?")
                .param(project.value())
                .update();
        return moves;
    }

    private static PlanMoves moves(Computed computed) {
        var schedule = computed.schedule();
        var tasks = computed.plan().tasks();
        var moved = new ArrayList<Moved>();
        for (var line : tasks) {
            var dates = schedule.of(line.number());
            if (!line.lies(dates.start(), dates.finish())) {
                moved.add(new Moved(line, dates.start(), dates.finish()));
            }
        }
        var before = tasks.stream().map(Line::finish).filter(Objects::nonNull).max(LocalDateTime::compareTo);
        return new PlanMoves(moved, before.orElse(schedule.projectFinish()), schedule.projectFinish());
    }

    private void save(Viewer viewer, ProjectId project, List<Moved> moved) {
        if (!moved.isEmpty()) {
            jdbc.sql(SAVE)
                    .param(Timestamp.from(clock.instant()))
                    .param(viewer.isSystem() ? null : viewer.id().value())
                    .param(numbers(moved))
                    .param(seconds(moved, move -> second(move.start())))
                    .param(seconds(moved, move -> second(move.finish())))
                    .param(project.value())
                    .update();
        }
    }

    private void pin(ProjectId project, Map<Integer, LocalDateTime> pins) {
        if (!pins.isEmpty()) {
            var numbers = pins.keySet().toArray(Integer[]::new);
            var starts = pins.values().stream().map(Replanning::second).toArray(Long[]::new);
            jdbc.sql(PIN).params(numbers, starts, project.value()).update();
        }
    }

    private static Audit.Versioned noted(Moved move) {
        var line = move.before();
        var before = line.start() == null || line.finish() == null ? null : line.start() + "/" + line.finish();
        var record = AuditRecord.change(
                new SubjectRef("TASK", line.id()),
                "project.task",
                "plannedDates",
                before,
                move.start() + "/" + move.finish());
        return new Audit.Versioned(record, line.version() + 1);
    }

    private static Integer[] numbers(List<Moved> moved) {
        return moved.stream().map(move -> move.before().number()).toArray(Integer[]::new);
    }

    private static Long[] seconds(List<Moved> moved, ToLongFunction<Moved> of) {
        return moved.stream().map(of::applyAsLong).toArray(Long[]::new);
    }

    private static long second(LocalDateTime time) {
        return time.toEpochSecond(ZoneOffset.UTC);
    }
}
