package io.throughline.project.schedule;

import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectAccess;
import io.throughline.project.lifecycle.ProjectQueries;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Links tasks to each other; a circle, also one through the hierarchy, is refused with its path named. */
@Service
@Transactional
@RequiredArgsConstructor
@Allow({Role.PROJECT_MANAGER, Role.MANAGER})
public class TaskLinks {

    private final TaskDependencyRepository dependencies;
    private final LinkCircles circles;
    private final TaskDesk desk;
    private final ProjectQueries projects;

    /** Lets the predecessor drive the task. */
    public PlanChange link(Viewer viewer, String key, int successor, LinkTasks command) {
        var project = projects.requirePlan(viewer, key).toManage();
        var to = desk.load(project, successor);
        drive(project, to, command, circles.graph(project));
        var named = project.key() + "-" + command.predecessor();
        return desk.done(viewer, to, "project.schedule.linked", Map.of("predecessor", named));
    }

    /** Leaves exactly these predecessors: links the new, changes the known, takes the others away. */
    public PlanChange relink(Viewer viewer, String key, int successor, List<LinkTasks> wanted) {
        var project = projects.requirePlan(viewer, key).toManage();
        var to = desk.load(project, successor);
        wanted.forEach(link -> desk.load(project, link.predecessor()));
        var kept = wanted.stream().map(LinkTasks::predecessor).collect(Collectors.toSet());
        for (int known : dependencies.predecessorsOf(to.requireId())) {
            if (!kept.contains(known)) {
                free(project, to, known);
            }
        }
        var graph = circles.graph(project);
        wanted.forEach(link -> drive(project, to, link, graph));
        var named = wanted.stream()
                .map(link -> project.key() + "-" + link.predecessor())
                .collect(Collectors.joining(", "));
        return wanted.isEmpty()
                ? desk.done(viewer, to, "project.schedule.freed")
                : desk.done(viewer, to, "project.schedule.linked", Map.of("predecessor", named));
    }

    public PlanChange unlink(Viewer viewer, String key, int successor, int predecessor) {
        var project = projects.requirePlan(viewer, key).toManage();
        var to = desk.load(project, successor);
        free(project, to, predecessor);
        var named = project.key() + "-" + predecessor;
        return desk.done(viewer, to, "project.schedule.unlinked", Map.of("predecessor", named));
    }

    private void drive(ProjectAccess project, Task to, LinkTasks command, LinkGraph graph) {
        var from = desk.load(project, command.predecessor());
        var unit = command.unit() == null ? LagUnit.WORKING : command.unit();
        boolean drivesFinish =
                command.type() == DependencyType.FINISH_TO_FINISH || command.type() == DependencyType.START_TO_FINISH;
        if (to.isSummary() && drivesFinish) {
            throw new RuleViolation("project.schedule.linkIntoSummary").at("type");
        }
        var way = from.getNumber() == to.getNumber()
                ? List.of(to.getNumber())
                : graph.way(to.getNumber(), from.getNumber());
        if (!way.isEmpty()) {
            throw LinkCircles.circle(project, way).at("predecessor");
        }
        var link = dependencies
                .findByPredecessorIdAndSuccessorId(from.requireId(), to.requireId())
                .orElseGet(() -> new TaskDependency(project.id().value(), from.requireId(), to.requireId()));
        link.drive(command.type(), command.lag() == null ? 0 : command.lag(), unit);
        dependencies.saveAndFlush(link);
        graph.link(from.getNumber(), to.getNumber());
    }

    private void free(ProjectAccess project, Task to, int predecessor) {
        var from = desk.load(project, predecessor);
        var link = dependencies
                .findByPredecessorIdAndSuccessorId(from.requireId(), to.requireId())
                .orElseThrow(() -> new NotFound("link", predecessor + "-" + to.getNumber()));
        dependencies.delete(link);
        dependencies.flush();
    }
}
