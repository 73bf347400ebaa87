package io.throughline.project.schedule;

import io.throughline.project.lifecycle.ProjectId;
import io.throughline.project.schedule.PlanJournal.Edit;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What drafts change, and the steps in which they came to it, for as long as those can be taken back. */
@Component
@RequiredArgsConstructor
class DraftStore {

    private static final String BRING = """
            insert into project.plan_change (id, project_id, task_id, verb, made_at, made_by, moved, milestones,
                   commitments, edits, undone, step, passed)
            overriding system value
            select c.id, :project, (select t.id from project.task t where t.id = c.task_id), c.verb, c.made_at, c.made_by,
                   c.moved, c.milestones, c.commitments, c.edits, c.undone, c.step, c.passed
              from project.plan_draft_change c where c.draft_id = :draft and c.made_at >= :since
            """;

    private static final String KEEP = """
            insert into project.plan_draft_change
            select c.* from jsonb_populate_record(null::project.plan_draft_change,
                                                  ?::jsonb || jsonb_build_object('draft_id', ?::bigint)) c
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    /**
     * What a piece of work in a draft led to.
     *
     * @param edits of the draft now, one a record
     * @param steps new ones, as rows of {@code plan_change} in JSON
     * @param undone steps that were taken back
     */
    record Made(List<Edit> edits, List<String> steps, List<Long> undone) {}

    List<Edit> edits(long draft) {
        return DraftEdits.read(jdbc.sql("select edits::text from project.plan_draft where id = ?")
                .param(draft)
                .query(String.class)
                .single());
    }

    /**
     * Makes the draft's steps steps of the plan, in a transaction that is rolled back; those of the live plan are passed by.
     *
     * @return the last one; later ones are new
     */
    long bring(ProjectId project, long draft) {
        jdbc.sql("update project.plan_change set passed = true where project_id = ? and not passed")
                .param(project.value())
                .update();
        jdbc.sql(BRING)
                .param("project", project.value())
                .param("draft", draft)
                .param("since", Timestamp.from(clock.instant().minus(PlanChanges.KEPT)))
                .update();
        return jdbc.sql("select coalesce(max(id), 0) from project.plan_change where project_id = ?")
                .param(project.value())
                .query(Long.class)
                .single();
    }

    List<String> steps(ProjectId project, long after) {
        return jdbc.sql("""
                        select (to_jsonb(c) - 'project_id')::text from project.plan_change c
                         where c.project_id = ? and c.id > ? order by c.id
                        """).params(project.value(), after).query(String.class).list();
    }

    List<Long> undone(long draft) {
        return jdbc.sql("""
                        select c.id from project.plan_change c join project.plan_draft_change d on d.id = c.id
                         where d.draft_id = ? and c.undone and not d.undone
                        """).param(draft).query(Long.class).list();
    }

    /** Steps that the keys go past from now on, because the same was changed since. */
    List<Long> passed(long draft) {
        return jdbc.sql("""
                        select c.id from project.plan_change c join project.plan_draft_change d on d.id = c.id
                         where d.draft_id = ? and c.passed and not d.passed
                        """).param(draft).query(Long.class).list();
    }

    void pass(List<Long> steps) {
        if (!steps.isEmpty()) {
            jdbc.sql("update project.plan_draft_change set passed = true where id = any (?)")
                    .param(steps.toArray(Long[]::new))
                    .update();
        }
    }

    /** In the plan's own numbers of tasks, those of the draft's new ones are not given again. */
    void keep(ProjectId project, long draft, Made made) {
        jdbc.sql("update project.plan_draft set edits = ?::jsonb where id = ?")
                .params(DraftEdits.written(made.edits()), draft)
                .update();
        made.steps().forEach(step -> jdbc.sql(KEEP).params(step, draft).update());
        if (!made.undone().isEmpty()) {
            jdbc.sql("update project.plan_draft_change set undone = true where id = any (?)")
                    .param(made.undone().toArray(Long[]::new))
                    .update();
        }
        made.edits().stream()
                .filter(edit -> edit.kind() == PlanJournal.Kind.TASK && edit.before() == null && edit.after() != null)
                .mapToLong(edit -> DraftEdits.number(edit.after().get("number")))
                .max()
                .ifPresent(last -> jdbc.sql("""
                                update project.task_number set last_number = greatest(last_number, ?) where project_id = ?
                                """).params(last, project.value()).update());
    }

    /** Once the draft is merged or discarded its steps cannot be taken back any more. */
    void forgetSteps(long draft) {
        jdbc.sql("delete from project.plan_draft_change where draft_id = ?")
                .param(draft)
                .update();
    }
}
