package io.throughline.project.schedule;

import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectAccess;
import io.throughline.project.lifecycle.ProjectQueries;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Copies rows of a plan with all below them: what planners said of them, and the links among them. Progress, baselines and
 * links to other tasks stay behind.
 */
@Service
@Transactional
@RequiredArgsConstructor
@Allow({Role.PROJECT_MANAGER, Role.MANAGER})
public class TaskCopies {

    /** More are a project of their own. */
    static final int MOST = 2000;

    private final TaskRepository tasks;
    private final TaskDependencyRepository dependencies;
    private final TaskQueries queries;
    private final TaskDesk desk;
    private final ProjectQueries projects;

    /**
     * The copies, one change of the plan.
     *
     * @param numbers of the new tasks, in outline order
     */
    public record Copied(List<Integer> numbers, PlanChange change) {}

    /**
     * @param numbers of the tasks to copy; one below another of them goes with it
     * @param after number of the task that the copies stand after, beside it; null for after the last of those copied
     */
    public Copied copy(Viewer viewer, String key, Collection<Integer> numbers, @Nullable Integer after) {
        var project = projects.requirePlan(viewer, key).toManage();
        desk.open(project);
        var lines = lines(queries.outline(viewer, project), numbers);
        var beside = desk.load(project, after == null ? last(lines, numbers) : after);
        var models = models(project, lines);
        var fresh = plant(project, lines, models, beside);
        link(project, models, fresh);
        var change = desk.written(viewer, project, List.copyOf(fresh.values()), List.of(), "project.schedule.copied");
        return new Copied(fresh.values().stream().map(Task::getNumber).toList(), change);
    }

    /** The rows and all below them, in outline order. */
    private static List<TaskRow> lines(List<TaskRow> plan, Collection<Integer> numbers) {
        var wanted = new LinkedHashSet<>(numbers);
        var taken = new LinkedHashSet<Integer>();
        var lines = new ArrayList<TaskRow>();
        for (var row : plan) {
            if (wanted.contains(row.number()) || row.parent() != null && taken.contains(row.parent())) {
                taken.add(row.number());
                lines.add(row);
            }
        }
        if (wanted.isEmpty() || !taken.containsAll(wanted)) {
            throw new RuleViolation("project.schedule.noSuchTask").at("numbers");
        }
        if (lines.size() > MOST) {
            throw new RuleViolation("project.schedule.copy.tooMany", MOST).at("numbers");
        }
        return lines;
    }

    /** The last that was asked for and is not below another of them. */
    private static int last(List<TaskRow> lines, Collection<Integer> numbers) {
        var among = new LinkedHashSet<Integer>();
        lines.forEach(row -> among.add(row.number()));
        return lines.stream()
                .filter(row -> row.parent() == null || !among.contains(row.parent()))
                .reduce((first, second) -> second)
                .orElseThrow()
                .number();
    }

    private Map<Integer, Task> models(ProjectAccess project, List<TaskRow> lines) {
        var models = new HashMap<Integer, Task>();
        var numbers = lines.stream().map(TaskRow::number).toList();
        tasks.findByProjectIdAndNumberIn(project.id().value(), numbers)
                .forEach(task -> models.put(task.getNumber(), task));
        return models;
    }

    private Map<Integer, Task> plant(
            ProjectAccess project, List<TaskRow> lines, Map<Integer, Task> models, Task beside) {
        var roots = lines.stream()
                .filter(row -> row.parent() == null || !models.containsKey(row.parent()))
                .map(TaskRow::number)
                .collect(java.util.stream.Collectors.toSet());
        var siblings = tasks.siblings(project.id().value(), beside.getParentId());
        var places = Positions.after(siblings, beside, roots.size());
        int number = desk.numbers(project.id().value(), lines.size());
        var fresh = new java.util.LinkedHashMap<Integer, Task>();
        int next = 0;
        for (var row : lines) {
            var model = Objects.requireNonNull(models.get(row.number()));
            boolean root = roots.contains(row.number());
            var parent = root
                    ? beside.getParentId()
                    : Objects.requireNonNull(fresh.get(row.parent())).getId();
            long place = root ? places[next++] : model.getPosition();
            var copy = new Task(project.id(), number++, model.getKind(), model.getName(), parent, place);
            copy.resemble(model);
            if (model.isSummary()) {
                copy.becomeSummary();
            }
            fresh.put(row.number(), tasks.save(copy));
        }
        return fresh;
    }

    private void link(ProjectAccess project, Map<Integer, Task> models, Map<Integer, Task> fresh) {
        var copies = new HashMap<Long, Long>();
        fresh.forEach((number, copy) ->
                copies.put(Objects.requireNonNull(models.get(number)).requireId(), copy.requireId()));
        Set<Long> ids = copies.keySet();
        for (var model : dependencies.findByPredecessorIdInAndSuccessorIdIn(ids, ids)) {
            var link = new TaskDependency(
                    project.id().value(),
                    Objects.requireNonNull(copies.get(model.getPredecessorId())),
                    Objects.requireNonNull(copies.get(model.getSuccessorId())));
            link.drive(model.getType(), model.getLagMinutes(), model.getLagUnit());
            dependencies.save(link);
        }
    }
}
