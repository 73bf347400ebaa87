package io.throughline.project.leveling;

import io.throughline.foundation.job.JobId;
import io.throughline.foundation.job.Jobs;
import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.DraftKey;
import io.throughline.project.schedule.LevelingDelays;
import io.throughline.project.schedule.PlanChange;
import io.throughline.project.schedule.PlanDrafts;
import io.throughline.project.schedule.PlanUndo;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asks for proposals, applies them as a whole, takes them back, throws them away. */
@Service
@Transactional
@RequiredArgsConstructor
@Allow({Role.PROJECT_MANAGER, Role.RESOURCE_COORDINATOR})
public class Levelings {

    private final LevelingDelays delays;
    private final PlanDrafts drafts;
    private final PlanUndo undo;
    private final ProposalRecords records;
    private final Jobs jobs;

    /**
     * Open to who leads all these projects, and to resource coordinators.
     *
     * @throws RuleViolation where one of them is over, is not there for the viewer, or is not alone and scheduled from its
     *     finish
     */
    public JobId start(Viewer viewer, String key, RequestLeveling command) {
        var project = delays.require(viewer, key);
        var keys = new LinkedHashSet<>(List.of(project.key()));
        for (var other : command.others()) {
            try {
                keys.add(delays.require(viewer, other).key());
            } catch (NotFound missing) {
                throw new RuleViolation("project.leveling.noSuchProject", other).at("projects");
            }
        }
        if (keys.size() > 1) {
            delays.requireFromStart(viewer, keys);
        }
        var job = jobs.start(
                viewer,
                LevelingJob.KIND,
                new LevelingJob.Payload(
                        project.id().value(),
                        List.copyOf(keys),
                        command.modeOrUsual(),
                        Objects.requireNonNullElse(command.seconds(), RequestLeveling.USUAL_SECONDS),
                        Objects.requireNonNullElse(command.seed(), 1L),
                        Boolean.TRUE.equals(command.withinSlack())));
        records.asked(project.id().value(), job.value());
        return job;
    }

    /**
     * Levels a draft: what is found becomes a change of it, which can be taken back there.
     *
     * @throws RuleViolation where the draft has been decided or the project is over
     */
    public JobId start(Viewer viewer, DraftKey draft, RequestLeveling command) {
        delays.require(viewer, draft.project());
        var job = jobs.start(
                viewer,
                DraftLevelingJob.KIND,
                new DraftLevelingJob.Payload(
                        draft.project(),
                        draft.draft(),
                        command.modeOrUsual(),
                        Objects.requireNonNullElse(command.seconds(), RequestLeveling.USUAL_SECONDS),
                        Objects.requireNonNullElse(command.seed(), 1L),
                        Boolean.TRUE.equals(command.withinSlack())));
        drafts.leveledBy(viewer, draft.project(), draft.draft(), job.value());
        return job;
    }

    /**
     * All its plans in one transaction.
     *
     * @return what became of each plan, in the proposal's order
     * @throws RuleViolation where a plan has changed since, or the proposal is not open any more
     */
    public List<PlanChange> apply(Viewer viewer, String key, long proposal) {
        var project = delays.require(viewer, key);
        var stored = records.lock(project.id().value(), proposal);
        stored.require(ProposalState.OPEN);
        var changes = new TreeMap<Integer, PlanChange>();
        stored.plans().stream()
                .sorted(Comparator.comparing(ProposalRecords.StoredPlan::project))
                .forEach(plan -> {
                    var change = delays.apply(viewer, plan.key(), plan.revision(), plan.delays());
                    changes.put(plan.place(), change);
                    records.applied(proposal, plan.project(), change.id());
                });
        records.become(proposal, ProposalState.APPLIED);
        return List.copyOf(changes.values());
    }

    /** The plans as they were, as far as nobody changed the same since. */
    public void undo(Viewer viewer, String key, long proposal) {
        var project = delays.require(viewer, key);
        var stored = records.lock(project.id().value(), proposal);
        stored.require(ProposalState.APPLIED);
        stored.plans().stream()
                .sorted(Comparator.comparing(ProposalRecords.StoredPlan::project))
                .forEach(plan -> {
                    if (plan.change() != null) {
                        undo.undo(viewer, plan.key(), plan.change());
                    }
                });
        records.become(proposal, ProposalState.UNDONE);
    }

    public void discard(Viewer viewer, String key, long proposal) {
        var project = delays.require(viewer, key);
        var stored = records.lock(project.id().value(), proposal);
        stored.require(ProposalState.OPEN);
        records.become(proposal, ProposalState.DISCARDED);
    }
}
