package io.throughline.project.resource;

import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectTeams;
import io.throughline.project.schedule.PlanChange;
import io.throughline.project.schedule.TaskStaffing;
import io.throughline.project.schedule.TaskStaffing.Staffed;
import io.throughline.project.schedule.network.Effort;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts resources on tasks and takes them off. Work, duration and units stay in step by the task's type; the plan is
 * computed anew, and the change can be taken back like any other of the plan.
 */
@Service
@Transactional
@RequiredArgsConstructor
@Allow({Role.PROJECT_MANAGER, Role.MANAGER, Role.RESOURCE_COORDINATOR})
public class Assignments {

    private final ResourceRepository resources;
    private final ResourceAssignmentRepository assignments;
    private final TaskStaffing staffing;
    private final ProjectTeams team;

    /** A person comes into the project's team by it; the first one on a task is responsible for it. */
    public PlanChange add(Viewer viewer, String key, int number, Assign command) {
        var task = staffing.open(viewer, key, number);
        var resource = offered(task, command.resource());
        var crew = crew(task);
        if (crew.has(command.resource())) {
            throw new RuleViolation("project.resource.assignedTwice", resource.getName()).at("resource");
        }
        crew.join(resource, command.units(), command.workMinutes());
        team.admit(viewer, task.project(), resource.getUserId());
        return done(viewer, number, crew, "project.resource.assigned", resource);
    }

    /** Another share, other work, or somebody else in its place: a generic resource is filled like this. */
    public PlanChange change(Viewer viewer, String key, int number, ResourceId id, ChangeAssignment command) {
        var task = staffing.open(viewer, key, number);
        var crew = crew(task);
        var one = crew.require(id);
        one.requireVersion(command.version());
        long work = command.workMinutes();
        if (command.resource() != id.value()) {
            var next = offered(task, command.resource());
            if (crew.isBusy(command.resource())) {
                throw new RuleViolation("project.resource.assignedTwice", next.getName()).at("resource");
            }
            long before = one.getWorkMinutes();
            one = crew.hand(one, require(id.value()), next);
            team.admit(viewer, task.project(), next.getUserId());
            if (command.workMinutes() == before) {
                work = one.getWorkMinutes();
            }
        }
        crew.change(one, command.units(), work);
        return done(viewer, number, crew, "project.resource.assignmentChanged", require(command.resource()));
    }

    public PlanChange remove(Viewer viewer, String key, int number, ResourceId id, @Nullable Integer version) {
        var task = staffing.open(viewer, key, number);
        var crew = crew(task);
        var one = crew.require(id);
        one.requireVersion(version);
        crew.leave(one);
        return done(viewer, number, crew, "project.resource.unassigned", require(id.value()));
    }

    /** Which of duration, work and units stays when another changes; nothing changes now. */
    public PlanChange retype(Viewer viewer, String key, int number, Effort.Type type, boolean effortDriven) {
        var task = staffing.open(viewer, key, number);
        var other = new Staffed(
                task.project(),
                task.taskId(),
                type,
                effortDriven,
                task.ownHours(),
                task.durationMinutes(),
                task.effortMinutes(),
                task.assigneeId(),
                task.percent());
        return staffing.done(viewer, other, number, "project.resource.retyped", Map.of());
    }

    private PlanChange done(Viewer viewer, int number, Crew crew, String verb, Resource resource) {
        crew.gone().forEach(assignments::delete);
        assignments.flush();
        crew.members().forEach(assignments::save);
        assignments.flush();
        return staffing.done(viewer, crew.task(), number, verb, Map.of("name", resource.getName()));
    }

    private Crew crew(Staffed task) {
        var members = assignments.findByTaskIdOrderById(task.taskId());
        var known = new java.util.HashMap<Long, Resource>();
        members.forEach(one -> known.put(one.getResourceId(), require(one.getResourceId())));
        return new Crew(task, List.copyOf(members), known);
    }

    /** Of the pool, or of this very plan. */
    private Resource offered(Staffed task, long id) {
        return resources
                .findById(id)
                .filter(Resource::isActive)
                .filter(one -> one.isPooled()
                        || Objects.equals(
                                one.getProjectId(), task.project().id().value()))
                .orElseThrow(() -> new RuleViolation("project.resource.notOffered").at("resource"));
    }

    private Resource require(long id) {
        return resources.findById(id).orElseThrow(() -> new NotFound("resource", id));
    }
}
