package io.throughline.project.schedule;

import io.throughline.foundation.activity.Audit;
import io.throughline.foundation.activity.AuditRecord;
import io.throughline.foundation.model.SubjectRef;
import io.throughline.foundation.people.Viewer;
import jakarta.persistence.EntityManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Derives what summaries show from the leaves below them, for a whole plan in one statement; their planned dates are
 * the engine's.
 *
 * <p>Progress weighs the leaves by duration (a leaf without one by
 * one minute), cancelled ones left out; it is rounded down and reaches a hundred only when every leaf is done (scheduling
 * rules 6 and 10). Only rows that change are written.
 */
@Component
@RequiredArgsConstructor
class TaskRollUp {

    private static final String DERIVE = """
            with recursive up (leaf, above) as (
                select t.id, t.parent_id from project.task t
                 where t.project_id = :project and t.deleted_at is null and not t.summary and t.parent_id is not null
                union all
                select up.leaf, s.parent_id from up join project.task s on s.id = up.above where s.parent_id is not null
            ), derived as (
                select up.above as id,
                       min(t.actual_start) as actual_start,
                       max(t.actual_finish) as last_finish,
                       sum(t.effort_minutes) filter (where t.status <> 'CANCELLED') as effort_minutes,
                       coalesce(bool_and(t.status = 'DONE') filter (where t.status <> 'CANCELLED'), false) as done,
                       bool_and(t.status = 'CANCELLED') as cancelled,
                       bool_or(t.status in ('IN_PROGRESS', 'DONE')) as begun,
                       coalesce(floor(sum(greatest(coalesce(t.duration_minutes, 1), 1) * t.percent_complete)
                               filter (where t.status <> 'CANCELLED')
                           / sum(greatest(coalesce(t.duration_minutes, 1), 1))
                               filter (where t.status <> 'CANCELLED')), 0)::int as percent
                  from up join project.task t on t.id = up.leaf
                 where up.above is not null
                 group by up.above
            ), shown as (
                select d.*, case when d.done then 100 else least(d.percent, 99) end as percent_complete,
                       case when d.done then d.last_finish end as actual_finish,
                       case when d.cancelled then 'CANCELLED' when d.done then 'DONE'
                            when d.begun then 'IN_PROGRESS' else 'NOT_STARTED' end as status
                  from derived d
            )
            update project.task s
               set actual_start = d.actual_start, actual_finish = d.actual_finish,
                   effort_minutes = d.effort_minutes, percent_complete = d.percent_complete, status = d.status
              from shown d join project.task b on b.id = d.id
             where s.id = d.id and s.summary
               and (s.actual_start, s.actual_finish, s.effort_minutes, s.percent_complete, s.status)
                   is distinct from (d.actual_start, d.actual_finish, d.effort_minutes, d.percent_complete, d.status)
            returning s.id,
                   array[b.status, b.percent_complete::text, to_char(b.actual_start, :time), to_char(b.actual_finish, :time),
                         b.effort_minutes::text] as before,
                   array[s.status, s.percent_complete::text, to_char(s.actual_start, :time), to_char(s.actual_finish, :time),
                         s.effort_minutes::text] as after
            """;

    private static final List<String> FIELDS =
            List.of("status", "percentComplete", "actualStart", "actualFinish", "effortMinutes");

    private final JdbcClient jdbc;
    private final EntityManager entities;
    private final Audit audit;

    /** For a plan that was just written as a whole. */
    void derive(long project) {
        derived(project);
    }

    /**
     * Call after every change of the project's tasks, in its transaction; the trail tells what became of the summaries.
     *
     * @param cause what was changed, as {@link Replanning#run} takes it
     */
    void derive(Viewer viewer, long project, String cause) {
        audit.record(viewer, cause, derived(project));
    }

    private List<Audit.Versioned> derived(long project) {
        entities.flush();
        var changes = jdbc.sql(DERIVE)
                .param("project", project)
                .param("time", "YYYY-MM-DD\"T\"HH24:MI")
                .query((row, n) -> changes(row))
                .list();
        entities.clear();
        return changes.stream().flatMap(List::stream).toList();
    }

    /** A summary has no version of its own for what follows from the tasks below it. */
    private static List<Audit.Versioned> changes(ResultSet row) throws SQLException {
        var subject = new SubjectRef("TASK", row.getLong("id"));
        var before = (String[]) row.getArray("before").getArray();
        var after = (String[]) row.getArray("after").getArray();
        return IntStream.range(0, FIELDS.size())
                .filter(i -> !Objects.equals(before[i], after[i]))
                .mapToObj(i -> AuditRecord.change(subject, "project.task", FIELDS.get(i), before[i], after[i]))
                .map(change -> new Audit.Versioned(change, null))
                .toList();
    }
}
