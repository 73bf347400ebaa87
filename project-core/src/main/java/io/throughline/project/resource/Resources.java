package io.throughline.project.resource;

import io.throughline.foundation.calendar.WorkCalendarId;
import io.throughline.foundation.calendar.WorkCalendars;
import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.NotAllowed;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectId;
import io.throughline.project.lifecycle.ProjectQueries;
import io.throughline.project.schedule.TaskStaffing;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps the pool of people and machines, and those that one plan alone knows. When somebody's own hours change, the plans
 * they work in are computed anew in the background.
 */
@Service
@Transactional
@RequiredArgsConstructor
@Allow({Role.RESOURCE_COORDINATOR, Role.MANAGER, Role.PROJECT_MANAGER})
public class Resources {

    private final ResourceRepository resources;
    private final ResourceAssignmentRepository assignments;
    private final ProjectQueries projects;
    private final WorkCalendars calendars;
    private final TaskStaffing staffing;
    private final ResourceReplan replan;
    private final JdbcClient jdbc;

    /** Project managers only for a plan they lead. */
    public ResourceId add(Viewer viewer, SaveResource command) {
        var project = command.project() == null || command.project().isBlank()
                ? null
                : projects.requirePlan(viewer, command.project())
                        .toManage()
                        .id()
                        .value();
        requireRight(viewer, project);
        var resource = new Resource(project, command.name(), command.kind());
        write(resource, command);
        return new ResourceId(resources.saveAndFlush(resource).requireId());
    }

    /** Its plan stays what it is. */
    public void change(Viewer viewer, ResourceId id, SaveResource command) {
        var resource = require(viewer, id);
        resource.requireVersion(command.version());
        boolean otherHours = write(resource, command);
        resources.saveAndFlush(resource);
        if (otherHours) {
            replan.of(viewer, resource);
        }
    }

    /** One that nothing counts on goes; any other is kept for what it did, and offered no more. */
    public void remove(Viewer viewer, ResourceId id, @Nullable Integer version) {
        var resource = require(viewer, id);
        resource.requireVersion(version);
        if (assignments.existsByResourceId(id.value())) {
            resource.retire();
            resources.saveAndFlush(resource);
            return;
        }
        jdbc.sql("delete from project.plan_resource where resource_id = ?")
                .param(id.value())
                .update();
        resources.delete(resource);
        resources.flush();
    }

    public void reopen(Viewer viewer, ResourceId id) {
        var resource = require(viewer, id);
        resource.reopen();
        resources.saveAndFlush(resource);
    }

    /** Days off, beside those there are. */
    public void takeLeave(Viewer viewer, ResourceId id, Leave leave) {
        var resource = require(viewer, id);
        var all = new java.util.ArrayList<>(resource.getLeave());
        all.add(leave);
        resource.beAway(all);
        resources.saveAndFlush(resource);
        replan.of(viewer, resource);
    }

    /** Takes back the days off that begin on a day. */
    public void cancelLeave(Viewer viewer, ResourceId id, java.time.LocalDate firstDay) {
        var resource = require(viewer, id);
        resource.beAway(resource.getLeave().stream()
                .filter(leave -> !leave.firstDay().equals(firstDay))
                .toList());
        resources.saveAndFlush(resource);
        replan.of(viewer, resource);
    }

    /**
     * Says who a resource of one plan is: its work and its name there go over to that one of the pool. Where both are on a
     * task, they are added up.
     */
    @Allow({Role.RESOURCE_COORDINATOR, Role.MANAGER})
    public void match(Viewer viewer, ResourceId local, ResourceId pooled) {
        var one = require(viewer, local);
        var other = require(viewer, pooled);
        var plan = one.getProjectId();
        if (plan == null
                || !other.isPooled()
                || one.getKind().works() != other.getKind().works()) {
            throw new RuleViolation("project.resource.cannotMatch").at("resource");
        }
        var projects = replan.projects(local.value());
        merge(one, plan, other);
        resources.delete(one);
        resources.flush();
        staffing.replanLater(viewer, projects);
    }

    private void merge(Resource one, long plan, Resource other) {
        long from = one.requireId();
        long to = other.requireId();
        jdbc.sql("""
                        update project.resource_assignment a
                           set units = a.units + b.units, work_minutes = a.work_minutes + b.work_minutes,
                               actual_work_minutes = a.actual_work_minutes + b.actual_work_minutes,
                               remaining_work_minutes = a.remaining_work_minutes + b.remaining_work_minutes,
                               booked_minutes = case when coalesce(a.booked_minutes, b.booked_minutes) is not null
                                                     then coalesce(a.booked_minutes, 0) + coalesce(b.booked_minutes, 0) end,
                               version = a.version + 1
                          from project.resource_assignment b
                         where b.task_id = a.task_id and b.resource_id = :from and a.resource_id = :to
                        """).param("from", from).param("to", to).update();
        jdbc.sql("""
                        delete from project.resource_assignment a where a.resource_id = :from
                           and exists (select 1 from project.resource_assignment b
                                        where b.task_id = a.task_id and b.resource_id = :to)
                        """).param("from", from).param("to", to).update();
        jdbc.sql("""
                        update project.resource_assignment set resource_id = :to, version = version + 1
                         where resource_id = :from
                        """).param("from", from).param("to", to).update();
        jdbc.sql("update project.plan_resource set resource_id = :to where resource_id = :from")
                .param("from", from)
                .param("to", to)
                .update();
        if (one.getExternalUid() != null) {
            jdbc.sql("""
                            insert into project.plan_resource (project_id, external_uid, resource_id, name)
                            values (?, ?, ?, ?)
                            """).params(plan, one.getExternalUid(), to, one.getName()).update();
        }
        if (other.getUserId() != null) {
            jdbc.sql("""
                            update project.task t set assignee_id = ?
                              from project.resource_assignment a
                             where a.task_id = t.id and a.resource_id = ? and t.project_id = ? and t.assignee_id is null
                            """).params(other.getUserId(), to, plan).update();
        }
    }

    private boolean write(Resource resource, SaveResource command) {
        resource.rename(command.name());
        if (resource.getUserId() != null && command.userId() == null) {
            resource.standFor(null);
        }
        resource.be(command.kind(), command.unitLabel());
        if (!Objects.equals(resource.getUserId(), command.userId())) {
            resource.standFor(requireFree(command.userId()));
        }
        resource.measure(command.maxUnits());
        resource.belongTo(command.group());
        resource.know(command.skills());
        var calendar = command.calendarId();
        if (calendar != null && !calendars.exists(new WorkCalendarId(calendar))) {
            throw new RuleViolation("project.resource.noCalendar").at("calendarId");
        }
        boolean hours = resource.workBy(calendar);
        return resource.beAway(command.leave()) || hours;
    }

    private Long requireFree(@Nullable Long user) {
        long id = Objects.requireNonNull(user);
        var known = jdbc.sql("select 1 from foundation.app_user where id = ? and contact_id is null")
                .param(id)
                .query(Integer.class)
                .optional();
        if (known.isEmpty()) {
            throw new RuleViolation("project.lifecycle.notStaff").at("userId");
        }
        if (resources.findByUserId(id).isPresent()) {
            throw new RuleViolation("project.resource.userTwice").at("userId");
        }
        return id;
    }

    private Resource require(Viewer viewer, ResourceId id) {
        var resource = resources.findById(id.value()).orElseThrow(() -> new NotFound("resource", id.value()));
        var project = resource.getProjectId();
        if (project != null) {
            projects.find(viewer, new ProjectId(project)).orElseThrow(() -> new NotFound("resource", id.value()));
        }
        requireRight(viewer, project);
        return resource;
    }

    private void requireRight(Viewer viewer, @Nullable Long project) {
        boolean everywhere = viewer.hasAny(Role.RESOURCE_COORDINATOR, Role.MANAGER);
        boolean here = project != null
                && projects.find(viewer, new ProjectId(project))
                        .filter(access -> access.manages())
                        .isPresent();
        if (!everywhere && !here) {
            throw new NotAllowed("keep the pool of resources");
        }
    }
}
