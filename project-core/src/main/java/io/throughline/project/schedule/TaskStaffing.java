package io.throughline.project.schedule;

import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectAccess;
import io.throughline.project.lifecycle.ProjectId;
import io.throughline.project.lifecycle.ProjectQueries;
import io.throughline.project.schedule.network.Effort;
import java.util.Collection;
import java.util.Map;
import java.util.TreeSet;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** For the feature that knows resources: what the people on a task make of its duration and work. */
@Service
@Transactional
@RequiredArgsConstructor
@Allow({Role.PROJECT_MANAGER, Role.MANAGER, Role.RESOURCE_COORDINATOR})
public class TaskStaffing {

    private final ProjectQueries projects;
    private final TaskDesk desk;
    private final Replanning replanning;

    /**
     * A task as far as people's work goes.
     *
     * @param durationMinutes working minutes; a day where the task has none
     * @param percent how far it is
     */
    public record Staffed(
            ProjectAccess project,
            long taskId,
            Effort.Type type,
            boolean effortDriven,
            boolean ownHours,
            long durationMinutes,
            @Nullable Long effortMinutes,
            @Nullable Long assigneeId,
            int percent) {}

    /**
     * The task, with its plan locked until the transaction ends.
     *
     * @throws RuleViolation {@code project.resource.noWork} for a summary or milestone
     */
    public Staffed open(Viewer viewer, String key, int number) {
        var project = projects.requirePlan(viewer, key);
        if (!viewer.has(Role.RESOURCE_COORDINATOR)) {
            project.toManage();
        } else if (!project.isOpen()) {
            throw new RuleViolation("project.lifecycle.notOpen", key);
        }
        var task = desk.load(project, number);
        if (task.isSummary() || task.isMilestone()) {
            throw new RuleViolation("project.resource.noWork");
        }
        var minutes = task.getDurationMinutes();
        var rule = task.getWorkRule();
        return new Staffed(
                project,
                task.requireId(),
                rule.getEffortType(),
                rule.isEffortDriven(),
                rule.isOwnHours(),
                minutes == null ? PlanHours.DAY_MINUTES : minutes,
                task.getEffortMinutes(),
                task.getAssigneeId(),
                task.getState().getPercentComplete());
    }

    /**
     * Saves what the people on it made of the task and plans anew; what they changed must have been flushed.
     *
     * @param now the task as {@link #open} gave it, with new amounts
     * @param verb message key of the line in its history
     */
    public PlanChange done(Viewer viewer, Staffed now, int number, String verb, Map<String, ?> data) {
        var task = desk.load(now.project(), number);
        task.staff(
                new WorkRule(now.type(), now.effortDriven(), now.ownHours()),
                now.durationMinutes(),
                now.effortMinutes());
        task.assign(now.assigneeId());
        return desk.staffed(viewer, task, verb, data);
    }

    /** Open to whoever made the change that asks for it. Plans these projects anew in the background; what is known of them is not used any more from now on. */
    @Allow(staff = true)
    public void replanLater(Viewer viewer, Collection<ProjectId> changed) {
        var ids = new TreeSet<Long>();
        changed.forEach(project -> ids.add(project.value()));
        replanning.later(viewer, ids);
    }
}
