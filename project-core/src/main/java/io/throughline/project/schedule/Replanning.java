package io.throughline.project.schedule;

import io.throughline.foundation.activity.Audit;
import io.throughline.foundation.activity.AuditRecord;
import io.throughline.foundation.job.Jobs;
import io.throughline.foundation.model.SubjectRef;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectId;
import io.throughline.project.schedule.PlanMoves.Moved;
import io.throughline.project.schedule.Schedules.Change;
import io.throughline.project.schedule.Schedules.Computed;
import io.throughline.project.schedule.StoredPlan.Line;
import io.throughline.project.schedule.network.Preview;
import io.throughline.project.schedule.network.Schedule;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
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

    /** In the audit trail: start and finish of a task, {@code 2026-03-02T08:00/2026-03-06T17:00}. */
    static final String DATES = "plannedDates";

    private static final String LOCK = "select 1 from project.plan where project_id = ? for update";

    private static final String NEVER_COMPUTED = """
            select s.revision = 0 and exists (select 1 from project.task t where t.project_id = s.project_id)
              from project.plan s where s.project_id = ?
            """;

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
            returning t.id, t.number, t.version, t.kind, t.summary, t.shared, t.planned_start, t.planned_finish
            """;

    private static final String PIN = """
            update project.task t set constraint_type = 'SNET', constraint_date = timestamp 'epoch' + m.start * interval '1 second'
              from unnest(?::int[], ?::bigint[]) as m (number, start)
             where t.project_id = ? and t.number = m.number
            """;

    private final Schedules schedules;
    private final PlanJournal journal;
    private final MilestoneRecorder milestones;
    private final Audit audit;
    private final Jobs jobs;
    private final JdbcClient jdbc;
    private final Clock clock;

    /** Call before anything of the plan is read for a change; a plan that was never computed is so first, by itself. */
    void open(ProjectId project) {
        lock(project);
        boolean typed = jdbc.sql(NEVER_COMPUTED)
                .param(project.value())
                .query(Boolean.class)
                .single();
        if (typed) {
            run(Viewer.system("schedule"), project, "first-computed");
        }
    }

    /** For who brings the tasks of an empty plan. */
    void lock(ProjectId project) {
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

    /** In the background; who asks meanwhile gets the plan by what holds now. */
    void later(Viewer viewer, SortedSet<Long> projects) {
        if (!projects.isEmpty()) {
            jdbc.sql("update project.plan set revision = revision + 1 where revision > 0 and project_id = any (?)")
                    .param(projects.toArray(Long[]::new))
                    .update();
            jobs.start(viewer, CalendarReplanJob.KIND, new CalendarReplanJob.Payload(List.copyOf(projects)));
        }
    }

    /** For a plan that is new: computes it and saves what is elsewhere than it was written down, without history. */
    Computed settle(Viewer viewer, ProjectId project) {
        var computed = schedules.anew(project);
        pin(project, computed.plan().pins());
        save(viewer, project, moved(computed), computed.schedule());
        milestones.record(project);
        schedules.keepAfterCommit(project, computed, raise(project));
        return computed;
    }

    /**
     * Everything that was changed must have been flushed; entities read before are stale afterwards.
     *
     * @param cause the task that was changed, as people write it, or what else it was
     */
    PlanMoves run(Viewer viewer, ProjectId project, String cause) {
        var change = journal.withinTasks().flatMap(tasks -> schedules.after(project, tasks));
        var computed = change.map(Change::after).orElseGet(() -> schedules.anew(project));
        var lines = change.map(Replanning::moved).orElseGet(() -> moved(computed));
        var before = change.map(known -> known.before().schedule().projectFinish())
                .or(() -> finish(computed.plan()))
                .orElse(computed.schedule().projectFinish());
        pin(project, computed.plan().pins());
        var moved = save(viewer, project, lines, computed.schedule());
        milestones.record(project);
        audit.record(viewer, cause, moved.stream().map(Replanning::noted).toList());
        schedules.keepAfterCommit(project, computed, raise(project));
        return new PlanMoves(moved, before, computed.schedule().projectFinish());
    }

    private long raise(ProjectId project) {
        return jdbc.sql("update project.plan set revision = revision + 1 where project_id = ? returning revision")
                .param(project.value())
                .query(Long.class)
                .single();
    }

    /** Where the schedule before is known, that of now is compared with it. */
    private static List<Line> moved(Change change) {
        var byNumber = change.after().schedule().since(change.before().schedule()).moved().stream()
                .map(Preview.Move::id)
                .collect(Collectors.toSet());
        return change.after().plan().tasks().stream()
                .filter(line -> !line.off() && byNumber.contains((long) line.number()))
                .toList();
    }

    /** Else with the dates that are stored. */
    private static List<Line> moved(Computed computed) {
        var schedule = computed.schedule();
        return computed.plan().tasks().stream()
                .filter(line -> !line.lies(schedule.startOf(line.number()), schedule.finishOf(line.number())))
                .toList();
    }

    private static Optional<LocalDateTime> finish(StoredPlan plan) {
        return plan.tasks().stream().map(Line::finish).filter(Objects::nonNull).max(LocalDateTime::compareTo);
    }

    private List<Moved> save(Viewer viewer, ProjectId project, List<Line> moved, Schedule schedule) {
        if (moved.isEmpty()) {
            return List.of();
        }
        var before = moved.stream().collect(Collectors.toMap(Line::number, Function.identity()));
        return jdbc.sql(SAVE)
                .param(Timestamp.from(clock.instant()))
                .param(viewer.isSystem() ? null : viewer.id().value())
                .param(moved.stream().map(Line::number).toArray(Integer[]::new))
                .param(seconds(moved, line -> second(schedule.startOf(line.number()))))
                .param(seconds(moved, line -> second(schedule.finishOf(line.number()))))
                .param(project.value())
                .query((row, n) -> saved(row, Objects.requireNonNull(before.get(row.getInt("number")))))
                .list();
    }

    private static Moved saved(ResultSet row, Line before) throws SQLException {
        return new Moved(
                row.getLong("id"),
                row.getInt("version"),
                TaskKind.valueOf(row.getString("kind")),
                row.getBoolean("summary"),
                row.getBoolean("shared"),
                before.start(),
                before.finish(),
                row.getObject("planned_start", LocalDateTime.class),
                row.getObject("planned_finish", LocalDateTime.class));
    }

    private void pin(ProjectId project, Map<Integer, LocalDateTime> pins) {
        if (!pins.isEmpty()) {
            var numbers = pins.keySet().toArray(Integer[]::new);
            var starts = pins.values().stream().map(Replanning::second).toArray(Long[]::new);
            jdbc.sql(PIN).params(numbers, starts, project.value()).update();
        }
    }

    private static Audit.Versioned noted(Moved move) {
        var before = move.from() == null || move.to() == null ? null : move.from() + "/" + move.to();
        var record = AuditRecord.change(
                new SubjectRef("TASK", move.id()), "project.task", DATES, before, move.start() + "/" + move.finish());
        return new Audit.Versioned(record, move.version());
    }

    private static Long[] seconds(List<Line> lines, ToLongFunction<Line> of) {
        return lines.stream().map(of::applyAsLong).toArray(Long[]::new);
    }

    private static long second(LocalDateTime time) {
        return time.toEpochSecond(ZoneOffset.UTC);
    }
}
