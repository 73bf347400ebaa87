package io.throughline.project.schedule;

import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectAccess;
import io.throughline.project.lifecycle.ProjectQueries;
import java.sql.Timestamp;
import java.time.Clock;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Takes the changes that a person made of a plan back one after the other, and makes them again: the steps of a day, kept
 * on the server, so they outlive the page. A new change ends what could be made again.
 */
@Service
@RequiredArgsConstructor
@Allow(staff = true)
public class PlanHistory {

    /** Ends with its columns, so that others can be added. */
    static final String ENDS = """
            with own as (
                select id, step from project.plan_change
                 where project_id = :project and made_by = :person and made_at > :since and not undone and not passed
            )
            select (select max(id) from own where step <> 'UNDO') as undo,
                   (select max(id) from own where step = 'UNDO' and id > coalesce(
                       (select max(id) from project.plan_change
                         where project_id = :project and made_by = :person and step = 'DO'), 0)) as redo
            """;

    private final PlanUndo undo;
    private final ProjectQueries projects;
    private final JdbcClient jdbc;
    private final Clock clock;

    /**
     * The changes that come next; null where there is none.
     *
     * @param undo to be taken back
     * @param redo to be made again
     */
    public record Ends(@Nullable Long undo, @Nullable Long redo) {}

    /** For a project already let in. */
    public Ends of(Viewer viewer, ProjectAccess project) {
        return jdbc.sql(ENDS)
                .param("project", project.id().value())
                .param("person", viewer.id().value())
                .param("since", Timestamp.from(clock.instant().minus(PlanChanges.KEPT)))
                .query(Ends.class)
                .single();
    }

    /**
     * Takes the person's latest change back.
     *
     * @throws RuleViolation where there is none, or where others changed the same since; that change is passed by then
     */
    public PlanChange undo(Viewer viewer, String key) {
        return step(
                viewer, key, of(viewer, projects.requirePlan(viewer, key)).undo(), "project.schedule.nothingToUndo");
    }

    /** Makes again what was taken back last; throws as {@link #undo}. */
    public PlanChange redo(Viewer viewer, String key) {
        return step(
                viewer, key, of(viewer, projects.requirePlan(viewer, key)).redo(), "project.schedule.nothingToRedo");
    }

    private PlanChange step(Viewer viewer, String key, @Nullable Long change, String otherwise) {
        if (change == null) {
            throw new RuleViolation(otherwise);
        }
        try {
            return undo.undo(viewer, key, change);
        } catch (RuleViolation refused) {
            if (refused.key().equals(EditReversal.OVERTAKEN)) {
                jdbc.sql("update project.plan_change set passed = true where id = ?")
                        .param(change)
                        .update();
            }
            throw refused;
        }
    }
}
