package io.throughline.project.schedule;

import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectId;
import io.throughline.project.schedule.PlanJournal.Edit;
import io.throughline.project.schedule.PlanMoves.Moved;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Keeps what changes of plans did, for the day they can be taken back. */
@Component
@RequiredArgsConstructor
class PlanChanges {

    static final Duration KEPT = Duration.ofHours(24);

    static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<List<Edit>> EDITS = new TypeReference<>() {};

    private final PlanJournal journal;
    private final JdbcClient jdbc;
    private final Clock clock;

    /** Whether it was made anew, or takes another one back, or takes that back again. */
    enum Step {
        DO,
        UNDO,
        REDO
    }

    /**
     * @param verb message key of what was done
     * @param edits as they lie in the database, values as text and numbers
     */
    record Stored(
            long id,
            long project,
            @Nullable Long task,
            String verb,
            Instant at,
            @Nullable Long by,
            boolean undone,
            Step step,
            List<Edit> edits) {}

    /** Writes down what the transaction edited so far, with what it moved. */
    PlanChange keep(Viewer viewer, ProjectId project, @Nullable Long task, String verb, PlanMoves moves) {
        return keep(viewer, project, task, new Made(verb, Step.DO), moves);
    }

    PlanChange keep(Viewer viewer, ProjectId project, @Nullable Long task, Made made, PlanMoves moves) {
        var others = moves.tasks().stream()
                .filter(move -> !move.summary() && !Objects.equals(move.id(), task))
                .toList();
        var milestones = others.stream()
                .filter(move -> move.kind() == TaskKind.MILESTONE)
                .toList();
        int shared = (int) milestones.stream().filter(Moved::shared).count();
        int moved = others.size() - milestones.size();
        var edits = journal.take();
        var id = edits.isEmpty() ? null : insert(viewer, project, task, made, edits, moved, milestones.size(), shared);
        return new PlanChange(id, moved, milestones.size(), shared, moves.finishBefore(), moves.finishAfter());
    }

    record Made(String verb, Step step) {}

    private Long insert(
            Viewer viewer,
            ProjectId project,
            @Nullable Long task,
            Made made,
            List<Edit> edits,
            int moved,
            int milestones,
            int commitments) {
        return jdbc.sql("""
                        insert into project.plan_change
                               (project_id, task_id, verb, step, made_at, made_by, moved, milestones, commitments, edits)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb) returning id
                        """)
                .param(project.value())
                .param(task)
                .param(made.verb())
                .param(made.step().name())
                .param(Timestamp.from(clock.instant()))
                .param(viewer.isSystem() ? null : viewer.id().value())
                .param(moved)
                .param(milestones)
                .param(commitments)
                .param(JSON.writeValueAsString(edits))
                .query(Long.class)
                .single();
    }

    /** Nobody else takes it back meanwhile. */
    Optional<Stored> lock(ProjectId project, long id) {
        return jdbc.sql("""
                        select id, project_id, task_id, verb, made_at, made_by, undone, step, edits::text as edits
                          from project.plan_change where project_id = ? and id = ? for update
                        """)
                .params(project.value(), id)
                .query((row, n) -> new Stored(
                        row.getLong("id"),
                        row.getLong("project_id"),
                        row.getObject("task_id", Long.class),
                        row.getString("verb"),
                        row.getTimestamp("made_at").toInstant(),
                        row.getObject("made_by", Long.class),
                        row.getBoolean("undone"),
                        Step.valueOf(row.getString("step")),
                        JSON.readValue(row.getString("edits"), EDITS)))
                .optional();
    }

    void undone(long id) {
        jdbc.sql("update project.plan_change set undone = true where id = ?")
                .param(id)
                .update();
    }

    int forget(Instant before) {
        return jdbc.sql("delete from project.plan_change where made_at < ?")
                .param(Timestamp.from(before))
                .update();
    }
}
