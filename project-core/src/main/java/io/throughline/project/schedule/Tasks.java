package io.throughline.project.schedule;

import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectAccess;
import io.throughline.project.lifecycle.ProjectQueries;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Plans tasks and milestones; progress is reported through {@link TaskProgress}, order through {@link TaskOutline}. */
@Service
@Transactional
@RequiredArgsConstructor
@Allow({Role.PROJECT_MANAGER, Role.MANAGER})
public class Tasks {

    private final TaskRepository tasks;
    private final TypedDates dates;
    private final DurationCounts counts;
    private final TaskDesk desk;
    private final ProjectQueries projects;
    private final Clock clock;

    /** Adds a line and returns its number. */
    public int add(Viewer viewer, String key, AddTask command) {
        var project = projects.requirePlan(viewer, key).toManage();
        desk.open(project);
        var id = project.id().value();
        var parent = command.parent() == null ? null : desk.load(project, command.parent());
        if (parent != null) {
            parent.becomeSummary();
            tasks.saveAndFlush(parent);
        }
        var parentId = parent == null ? null : parent.getId();
        var kind = command.kind() == null ? TaskKind.TASK : command.kind();
        var task =
                new Task(project.id(), desk.numbers(id, 1), kind, command.name(), parentId, desk.endOf(id, parentId));
        task.describe(command.description());
        requireTeam(viewer, project, command.assigneeId());
        task.assign(command.assigneeId());
        dates.begin(project, task, command);
        counts.begin(viewer, project, task, command);
        task.limit(command.deadline());
        task.estimate(command.effortMinutes());
        if (kind == TaskKind.TASK) {
            task.estimateDuration(ThreePointEstimate.of(
                    command.optimisticMinutes(), command.likelyMinutes(), command.pessimisticMinutes()));
        }
        task.prioritise(command.priority() == null ? Task.USUAL_PRIORITY : command.priority());
        task.share(kind == TaskKind.MILESTONE);
        if (command.after() != null) {
            placeAfter(project, task, desk.load(project, command.after()));
        }
        desk.done(viewer, task, "project.schedule.added");
        return task.getNumber();
    }

    /** Replaces what people may write about a task; a summary keeps its derived dates. */
    public PlanChange edit(Viewer viewer, String key, int number, EditTask command) {
        return edit(viewer, key, number, command, null);
    }

    /** @param kind what it becomes by the duration that was typed; null for what it is */
    public PlanChange edit(Viewer viewer, String key, int number, EditTask command, @Nullable TaskKind kind) {
        var project = projects.requirePlan(viewer, key).toManage();
        var task = desk.load(project, number);
        task.requireVersion(command.version());
        if (!Objects.equals(task.getAssigneeId(), command.assigneeId())) {
            requireTeam(viewer, project, command.assigneeId());
        }
        if (kind != null && !task.isSummary()) {
            task.turn(kind);
        }
        counts.change(viewer, project, task, command);
        dates.rewrite(project, task, command);
        return desk.done(viewer, task, "project.schedule.edited");
    }

    /** Gives the task to somebody of the team, or to nobody. */
    @Allow({Role.PROJECT_MANAGER, Role.MANAGER, Role.RESOURCE_COORDINATOR})
    public void assign(Viewer viewer, String key, int number, @Nullable Long userId) {
        var project = projects.requirePlan(viewer, key);
        var open = viewer.has(Role.RESOURCE_COORDINATOR) ? project : project.toManage();
        requireTeam(viewer, open, userId);
        var task = desk.load(open, number);
        task.assign(userId);
        desk.noted(viewer, task, "project.schedule.assigned", Map.of());
    }

    /** Takes the task and all below it out of the plan; {@link #restore} brings them back. */
    public PlanChange delete(Viewer viewer, String key, int number) {
        var project = projects.requirePlan(viewer, key).toManage();
        var task = desk.load(project, number);
        var now = clock.instant();
        deleteBelow(task, now);
        task.delete(now);
        tasks.saveAndFlush(task);
        leaveParent(task.getParentId());
        return desk.done(viewer, task, "project.schedule.deleted");
    }

    /** Brings a deleted task back with what went with it, to its place. */
    public void restore(Viewer viewer, String key, int number) {
        var project = projects.requirePlan(viewer, key).toManage();
        desk.open(project);
        var task = tasks.findByProjectIdAndNumber(project.id().value(), number)
                .filter(Task::isDeleted)
                .orElseThrow(() -> new NotFound("deleted task", key + "-" + number));
        var parent = task.getParentId() == null
                ? null
                : tasks.findById(task.getParentId()).orElse(null);
        if (parent != null && parent.isDeleted()) {
            throw new RuleViolation("project.schedule.parentDeleted", parent.getNumber());
        }
        if (parent != null) {
            parent.becomeSummary();
            tasks.save(parent);
        }
        undeleteBelow(task, Objects.requireNonNull(task.getDeletedAt()));
        task.undelete();
        desk.done(viewer, task, "project.schedule.restored");
    }

    private void deleteBelow(Task above, java.time.Instant now) {
        for (var below : tasks.descendants(above.requireId())) {
            below.delete(now);
            tasks.save(below);
        }
    }

    private void undeleteBelow(Task above, java.time.Instant deletedAt) {
        for (var below : tasks.deletedWith(above.requireId(), deletedAt)) {
            below.undelete();
            tasks.save(below);
        }
    }

    private void leaveParent(@Nullable Long parentId) {
        if (parentId != null && !tasks.existsByParentIdAndDeletedAtIsNull(parentId)) {
            tasks.findById(parentId).ifPresent(parent -> {
                parent.becomeLeaf();
                tasks.saveAndFlush(parent);
            });
        }
    }

    private void placeAfter(ProjectAccess project, Task task, Task before) {
        if (!Objects.equals(before.getParentId(), task.getParentId())) {
            throw new RuleViolation("project.schedule.notSibling").at("after");
        }
        var siblings = tasks.siblings(project.id().value(), task.getParentId());
        task.moveTo(task.getParentId(), Positions.after(siblings, before));
    }

    private void requireTeam(Viewer viewer, ProjectAccess project, @Nullable Long userId) {
        if (userId != null && projects.team(viewer, project).stream().noneMatch(person -> person.id() == userId)) {
            throw new RuleViolation("project.schedule.notInTeam").at("assigneeId");
        }
    }
}
