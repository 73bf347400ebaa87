package io.throughline.project.schedule;

import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectQueries;
import java.time.Clock;
import java.util.Objects;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes a change of the plan back within a day, with everything it moved: the fields it changed get their old values, and
 * the plan is computed anew. What others changed since stays; where they changed the same field nothing is done.
 */
@Service
@Transactional
@RequiredArgsConstructor
@Allow(staff = true)
public class PlanUndo {

    /** What coordinators may do in projects of others they may take back. */
    private static final Set<String> LEVELING = Set.of("project.schedule.leveled", "project.schedule.unleveled");

    private final PlanChanges changes;
    private final EditReversal reversal;
    private final TaskDesk desk;
    private final ProjectQueries projects;
    private final Clock clock;

    /**
     * Open to who made the change and to who leads the project.
     *
     * @return the change that this makes, which can be taken back in turn
     * @throws RuleViolation when it is too old, taken back already, or overtaken by another change
     */
    public PlanChange undo(Viewer viewer, String key, long change) {
        var project = projects.requirePlan(viewer, key);
        var stored = changes.lock(project.id(), change).orElseThrow(() -> new NotFound("plan change", change));
        boolean own = Objects.equals(stored.by(), viewer.id().value());
        boolean leveled = own && LEVELING.contains(stored.verb()) && viewer.has(Role.RESOURCE_COORDINATOR);
        var open = leveled && project.isOpen() ? project : own ? project.toContribute() : project.toManage();
        if (stored.undone()) {
            throw new RuleViolation("project.schedule.undoneAlready");
        }
        if (stored.at().isBefore(clock.instant().minus(PlanChanges.KEPT))) {
            throw new RuleViolation("project.schedule.undoTooLate");
        }
        desk.open(open);
        var touched = reversal.of(open, stored.edits());
        changes.undone(change);
        return desk.undone(viewer, open, stored, touched);
    }
}
