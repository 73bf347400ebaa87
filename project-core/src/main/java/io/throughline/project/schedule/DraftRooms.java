package io.throughline.project.schedule;

import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.people.NotAllowed;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.DraftKey;
import io.throughline.project.lifecycle.OpenDraft;
import io.throughline.project.lifecycle.ProjectAccess;
import io.throughline.project.lifecycle.ProjectQueries;
import io.throughline.project.schedule.DraftStore.Made;
import io.throughline.project.schedule.PlanJournal.Edit;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionDefinition;

/**
 * The inside of a draft: a transaction in which its changes have been made of the live plan and the plan has been computed,
 * so that everything that reads or changes plans works as ever; at the end it is rolled back. What was changed inside is
 * noted field by field and kept with the draft.
 */
@Component
@RequiredArgsConstructor
class DraftRooms {

    private static final TransactionDefinition OWN =
            new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_REQUIRES_NEW);

    private final ProjectQueries projects;
    private final PlanDraftRepository drafts;
    private final DraftStore store;
    private final DraftReplay replay;
    private final PlanJournal journal;
    private final Replanning replanning;
    private final TaskRollUp rollUp;
    private final TaskRepository tasks;
    private final EntityManager entities;
    private final PlatformTransactionManager transactions;

    /** Each change takes two connections for a moment; never all there are. */
    private final Semaphore turns = new Semaphore(4, true);

    /**
     * @param last the newest step of the draft when it was opened
     * @param edits the draft's, as they were then
     * @param lines what came of them
     */
    record Room(ProjectAccess project, long draft, long last, List<Edit> edits, List<DraftLine> lines) {}

    /** What is done in a draft. */
    interface Inside<T extends @Nullable Object> {

        T with(Room room) throws Exception;
    }

    /** Whatever the work changes is lost. */
    <T extends @Nullable Object> T look(Viewer viewer, DraftKey key, Inside<T> work) throws Exception {
        return look(viewer, key, live -> {}, work);
    }

    /** @param before sees the live plan, locked, before the draft's changes are made of it */
    <T extends @Nullable Object> T look(Viewer viewer, DraftKey key, Consumer<ProjectAccess> before, Inside<T> work)
            throws Exception {
        return OpenDraft.within(key, () -> {
            var transaction = transactions.getTransaction(OWN);
            try {
                return work.with(enter(viewer, key, before));
            } finally {
                transactions.rollback(transaction);
            }
        });
    }

    /**
     * What the work changes of the plan becomes the draft's, unless it was refused or only a preview. Others who change the
     * same draft wait.
     */
    <T extends @Nullable Object> T change(Viewer viewer, DraftKey key, Inside<T> work) throws Exception {
        var project = projects.requirePlan(viewer, key.project());
        turns.acquire();
        try {
            var turn = transactions.getTransaction(OWN);
            try {
                drafts.lock(project.id().value(), key.draft()).orElseThrow(() -> absent(key));
                var done = OpenDraft.within(key, () -> inside(viewer, key, work));
                if (done.made() != null) {
                    store.keep(project.id(), done.draft(), done.made());
                }
                store.pass(done.passed());
                transactions.commit(turn);
                return done.result();
            } catch (Exception failed) {
                if (!turn.isCompleted()) {
                    transactions.rollback(turn);
                }
                throw failed;
            }
        } finally {
            turns.release();
        }
    }

    private <T extends @Nullable Object> Done<T> inside(Viewer viewer, DraftKey key, Inside<T> work) throws Exception {
        var transaction = transactions.getTransaction(OWN);
        try {
            var room = enter(viewer, key, live -> {});
            var result = work.with(room);
            var made = transaction.isRollbackOnly() ? null : made(room);
            return new Done<>(room.draft(), result, made, store.passed(room.draft()));
        } finally {
            transactions.rollback(transaction);
        }
    }

    private record Done<T extends @Nullable Object>(
            long draft, T result, @Nullable Made made, List<Long> passed) {}

    private Room enter(Viewer viewer, DraftKey key, Consumer<ProjectAccess> before) {
        var project = projects.requirePlan(viewer, key.toString());
        if (!project.manages()) {
            throw new NotAllowed("lead project " + key.project());
        }
        var draft = drafts.findByProjectIdAndNumber(project.id().value(), key.draft())
                .orElseThrow(() -> absent(key));
        draft.requireOpen();
        long id = draft.requireId();
        var edits = store.edits(id);
        replanning.open(project.id());
        before.accept(project);
        var run = DraftRun.looking(project);
        replay.make(run, edits, viewer.personId());
        tasks.alignSummaries(project.id().value());
        rollUp.derive(project.id().value());
        replanning.settle(viewer, project.id());
        long last = store.bring(project.id(), id);
        journal.take();
        entities.clear();
        return new Room(project, id, last, edits, run.lines());
    }

    /** Null where nothing was changed. */
    private @Nullable Made made(Room room) {
        entities.flush();
        var steps = store.steps(room.project().id(), room.last());
        var more = new ArrayList<Edit>();
        steps.forEach(step -> more.addAll(DraftEdits.ofStep(step)));
        more.addAll(journal.take());
        var undone = store.undone(room.draft());
        return more.isEmpty() && steps.isEmpty()
                ? null
                : new Made(DraftEdits.joined(room.edits(), replay.knowing(more)), steps, undone);
    }

    private static NotFound absent(DraftKey key) {
        return new NotFound("draft", key);
    }
}
