package io.throughline.project.schedule;

import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.DraftKey;
import io.throughline.project.lifecycle.ProjectAccess;
import io.throughline.project.lifecycle.ProjectQueries;
import io.throughline.project.lifecycle.ProjectTeams;
import io.throughline.project.schedule.DraftLine.Side;
import io.throughline.project.schedule.PlanJournal.Edit;
import io.throughline.project.schedule.PlanJournal.Kind;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What-if drafts: changes of a plan that are held back until they are merged or discarded. Inside a draft the plan is the
 * live one with the draft's changes made, under the key {@code HTC~2}; everybody else goes on seeing the live plan alone.
 */
@Service
@RequiredArgsConstructor
@Allow({Role.PROJECT_MANAGER, Role.MANAGER})
public class PlanDrafts {

    private final ProjectQueries projects;
    private final ProjectTeams team;
    private final PlanDraftRepository drafts;
    private final DraftRooms rooms;
    private final DraftStore store;
    private final DraftReplay replay;
    private final DraftParts parts;
    private final Replanning replanning;
    private final TaskDesk desk;
    private final Clock clock;

    /** Returns the number of the new draft, which changes nothing yet. */
    @Transactional
    public int begin(Viewer viewer, String key, SaveDraft command) {
        var project = projects.requirePlan(viewer, key).toManage();
        replanning.lock(project.id());
        int number = drafts.nextNumber(project.id().value());
        drafts.saveAndFlush(new PlanDraft(project.id().value(), number, command.name(), command.note()));
        return number;
    }

    @Transactional
    public void rename(Viewer viewer, String key, int number, SaveDraft command) {
        rename(viewer, key, number, command, null);
    }

    /** @param seen its version as it was read; null to skip the check */
    @Transactional
    public void rename(Viewer viewer, String key, int number, SaveDraft command, @Nullable Integer seen) {
        var draft = locked(projects.requirePlan(viewer, key).toManage(), number);
        draft.requireVersion(seen);
        draft.rename(command.name(), command.note());
        drafts.saveAndFlush(draft);
    }

    /** Nothing of it is left but its name; possible also when the project is over. */
    @Transactional
    public void discard(Viewer viewer, String key, int number) {
        var draft = locked(led(viewer, key), number);
        draft.discard(viewer.personId(), clock.instant());
        drafts.saveAndFlush(draft);
        store.forgetSteps(draft.requireId());
    }

    /** The leveling that will change the draft when it is done. */
    @Transactional
    public void leveledBy(Viewer viewer, String key, int number, long job) {
        var draft = locked(projects.requirePlan(viewer, key).toManage(), number);
        draft.leveledBy(job);
        drafts.saveAndFlush(draft);
    }

    /**
     * Makes the draft's changes of the live plan: one change with all it moves, which can be taken back for a day. What the
     * live plan changed otherwise since is kept.
     *
     * @param choices by the id of its {@link DraftLine}, which side is to be where the live plan changed the same
     * @throws RuleViolation while one of those is not decided, or when the draft changes nothing
     */
    @Transactional
    public PlanChange merge(Viewer viewer, String key, int number, Map<String, Side> choices) {
        var project = projects.requirePlan(viewer, key).toManage();
        var draft = locked(project, number);
        draft.requireOpen();
        var edits = store.edits(draft.requireId());
        if (edits.isEmpty()) {
            throw new RuleViolation("project.draft.empty");
        }
        desk.open(project);
        var run = DraftRun.merging(project, choices);
        replay.make(run, edits, viewer.personId());
        run.requireDecided();
        admit(viewer, project, edits);
        var change =
                desk.merged(viewer, project, touched(run, edits), Map.of("draft", number, "name", draft.getName()));
        var merged =
                drafts.findByProjectIdAndNumber(project.id().value(), number).orElseThrow();
        merged.merge(change.id(), viewer.personId(), clock.instant());
        drafts.saveAndFlush(merged);
        store.forgetSteps(merged.requireId());
        return change;
    }

    /** Lets something look at plans while this draft is made of its project's; what it changes is lost. */
    public <T extends @Nullable Object> T look(Viewer viewer, DraftKey draft, Callable<T> work) throws Exception {
        return rooms.look(viewer, draft, room -> work.call());
    }

    /** Lets something change plans; what it changes of this project's becomes the draft's, all else it changes is lost. */
    public <T extends @Nullable Object> T change(Viewer viewer, DraftKey draft, Callable<T> work) throws Exception {
        return rooms.change(viewer, draft, room -> work.call());
    }

    private void admit(Viewer viewer, ProjectAccess project, List<Edit> edits) {
        var users = new TreeSet<Long>();
        of(Kind.TASK, edits)
                .map(edit -> edit.after() == null ? null : edit.after().get("assigneeId"))
                .filter(Objects::nonNull)
                .forEach(user -> users.add(DraftEdits.number(user)));
        users.addAll(parts.users(
                of(Kind.PART, edits).filter(edit -> edit.after() != null).toList()));
        users.forEach(user -> team.admit(viewer, project, user));
    }

    private static Collection<Long> touched(DraftRun run, List<Edit> edits) {
        var touched = new TreeSet<Long>(run.away);
        of(Kind.TASK, edits).map(Edit::id).forEach(touched::add);
        return touched;
    }

    private static Stream<Edit> of(Kind kind, List<Edit> edits) {
        return edits.stream().filter(edit -> edit.kind() == kind);
    }

    private PlanDraft locked(ProjectAccess project, int number) {
        return drafts.lock(project.id().value(), number)
                .orElseThrow(() -> new NotFound("draft", project.key() + "~" + number));
    }

    private ProjectAccess led(Viewer viewer, String key) {
        var project = projects.requirePlan(viewer, key);
        return project.manages() ? project : project.toManage();
    }
}
