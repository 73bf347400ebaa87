package io.throughline.project.schedule;

import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectAccess;
import io.throughline.project.lifecycle.ProjectQueries;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Arranges the work breakdown: which task stands under which, and in what order. */
@Service
@Transactional
@RequiredArgsConstructor
@Allow({Role.PROJECT_MANAGER, Role.MANAGER})
public class TaskOutline {

    private final TaskRepository tasks;
    private final LinkCircles circles;
    private final TaskDesk desk;
    private final ProjectQueries projects;

    /** Makes the task a child of the sibling above it. */
    public PlanChange indent(Viewer viewer, String key, int number) {
        var project = projects.requirePlan(viewer, key).toManage();
        var task = desk.load(project, number);
        var siblings = siblings(task);
        int index = indexOf(siblings, task);
        if (index == 0) {
            throw new RuleViolation("project.schedule.nothingAbove", number);
        }
        var parent = siblings.get(index - 1);
        return place(viewer, project, task, parent, lastOf(siblingsUnder(project, parent)));
    }

    /** Puts the task beside its parent, right after it. */
    public PlanChange outdent(Viewer viewer, String key, int number) {
        var project = projects.requirePlan(viewer, key).toManage();
        var task = desk.load(project, number);
        if (task.getParentId() == null) {
            throw new RuleViolation("project.schedule.alreadyTop", number);
        }
        var parent = tasks.findById(task.getParentId()).orElseThrow();
        var grandParent = parent.getParentId() == null
                ? null
                : tasks.findById(parent.getParentId()).orElseThrow();
        return place(viewer, project, task, grandParent, parent);
    }

    /** Swaps places with the sibling above. */
    public PlanChange moveUp(Viewer viewer, String key, int number) {
        return step(viewer, key, number, -1);
    }

    /** Swaps places with the sibling below. */
    public PlanChange moveDown(Viewer viewer, String key, int number) {
        return step(viewer, key, number, 1);
    }

    /**
     * Puts the task anywhere.
     *
     * @param parent number of the task above; null for the top level
     * @param after number of the sibling to stand before it; null for the first place
     */
    public PlanChange move(Viewer viewer, String key, int number, @Nullable Integer parent, @Nullable Integer after) {
        var project = projects.requirePlan(viewer, key).toManage();
        var task = desk.load(project, number);
        var above = parent == null ? null : desk.load(project, parent);
        var before = after == null ? null : desk.load(project, after);
        if (before != null && !Objects.equals(before.getParentId(), above == null ? null : above.getId())) {
            throw new RuleViolation("project.schedule.notSibling").at("after");
        }
        return place(viewer, project, task, above, before);
    }

    private PlanChange step(Viewer viewer, String key, int number, int by) {
        var project = projects.requirePlan(viewer, key).toManage();
        var task = desk.load(project, number);
        var siblings = siblings(task);
        int index = indexOf(siblings, task) + by;
        if (index < 0 || index >= siblings.size()) {
            throw new RuleViolation("project.schedule.atTheEdge", number);
        }
        var other = siblings.get(index);
        long position = other.getPosition();
        other.moveTo(other.getParentId(), task.getPosition());
        task.moveTo(task.getParentId(), position);
        tasks.save(other);
        return desk.done(viewer, task, "project.schedule.moved");
    }

    private PlanChange place(
            Viewer viewer, ProjectAccess project, Task task, @Nullable Task parent, @Nullable Task before) {
        var oldParent = task.getParentId();
        var newParent = parent == null ? null : parent.getId();
        if (parent != null && !Objects.equals(oldParent, newParent)) {
            requireOutside(task, parent);
            parent.becomeSummary();
            tasks.saveAndFlush(parent);
        }
        var others = tasks.siblings(project.id().value(), newParent).stream()
                .filter(sibling -> sibling.requireId() != task.requireId())
                .collect(Collectors.toList());
        task.moveTo(newParent, Positions.after(others, before));
        tasks.saveAndFlush(task);
        if (!Objects.equals(oldParent, newParent)) {
            if (parent != null) {
                circles.refuseCircle(project, task.getNumber(), parent.getNumber());
            }
            leave(oldParent);
        }
        return desk.done(viewer, task, "project.schedule.moved");
    }

    private void requireOutside(Task task, Task parent) {
        boolean inside = parent.requireId() == task.requireId()
                || tasks.descendants(task.requireId()).stream()
                        .anyMatch(below -> below.requireId() == parent.requireId());
        if (inside) {
            throw new RuleViolation("project.schedule.underItself", task.getNumber()).at("parent");
        }
    }

    private void leave(@Nullable Long parentId) {
        if (parentId != null && !tasks.existsByParentIdAndDeletedAtIsNull(parentId)) {
            tasks.findById(parentId).ifPresent(parent -> {
                parent.becomeLeaf();
                tasks.saveAndFlush(parent);
            });
        }
    }

    private List<Task> siblings(Task task) {
        return tasks.siblings(task.getProjectId(), task.getParentId());
    }

    private List<Task> siblingsUnder(ProjectAccess project, Task parent) {
        return tasks.siblings(project.id().value(), parent.requireId());
    }

    private static @Nullable Task lastOf(List<Task> siblings) {
        return siblings.isEmpty() ? null : siblings.get(siblings.size() - 1);
    }

    private static int indexOf(List<Task> siblings, Task task) {
        for (int i = 0; i < siblings.size(); i++) {
            if (siblings.get(i).requireId() == task.requireId()) {
                return i;
            }
        }
        throw new IllegalStateException("task " + task.getNumber() + " is not among its siblings");
    }
}
