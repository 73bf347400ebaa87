package io.throughline.project.resource;

import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectQueries;
import io.throughline.project.lifecycle.RecordIds;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes the resources and assignments of a plan brought in from outside. One that names a user by mail is that user, who
 * is one resource in all plans; the others stay with their plan until somebody says who they are.
 */
@Service
@Transactional
@RequiredArgsConstructor
@Allow({Role.PROJECT_MANAGER, Role.MANAGER})
public class PlanResources {

    private static final String PEOPLE = """
            insert into project.resource (id, version, name, kind, user_id, max_units, active,
                    created_at, created_by, changed_at, changed_by)
            select nextval('foundation.id_seq'), 0, u.name, 'PERSON', u.id, 1, true, :at, :by, :at, :by
              from foundation.app_user u
             where u.active and u.contact_id is null and lower(u.email) = any (:mails)
            on conflict (user_id) where user_id is not null do nothing
            """;

    private static final String RESOURCE = """
            insert into project.resource (id, version, project_id, name, kind, max_units, unit_label, email,
                    group_name, calendar_id, external_uid, active, created_at, created_by, changed_at, changed_by)
            values (?, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?, true, ?, ?, ?, ?)
            """;

    private static final String ORIGIN = """
            insert into project.plan_resource (project_id, external_uid, resource_id, name) values (?, ?, ?, ?)
            """;

    private static final String ASSIGNMENT = """
            insert into project.resource_assignment (id, version, project_id, task_id, resource_id, units, work_minutes,
                    actual_work_minutes, remaining_work_minutes, created_at, created_by, changed_at, changed_by)
            select ?, 0, t.project_id, t.id, ?, ?, ?, ? * t.percent_complete / 100, ? - ? * t.percent_complete / 100,
                   ?, ?, ?, ? from project.task t where t.id = ?
            on conflict (task_id, resource_id) do update
               set units = resource_assignment.units + excluded.units,
                   work_minutes = resource_assignment.work_minutes + excluded.work_minutes,
                   actual_work_minutes = resource_assignment.actual_work_minutes + excluded.actual_work_minutes,
                   remaining_work_minutes = resource_assignment.remaining_work_minutes + excluded.remaining_work_minutes
            """;

    private final ProjectQueries projects;
    private final RecordIds ids;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    /**
     * Adds them all in a handful of statements.
     *
     * @param tasks the new tasks' ids by uid, as the plan's intake returned them
     */
    public void take(
            Viewer viewer,
            String key,
            List<PlanResource> resources,
            List<PlanAssignment> assignments,
            Map<Integer, Long> tasks) {
        var project = projects.requirePlan(viewer, key).toManage();
        var byUid = resources(viewer, project.id().value(), resources);
        assignments(viewer, assignments, byUid, tasks);
        jdbc.update("""
                update project.task t set assignee_id = r.user_id
                  from project.resource_assignment a join project.resource r on r.id = a.resource_id
                 where a.task_id = t.id and t.project_id = ? and t.assignee_id is null and r.user_id is not null
                """, project.id().value());
    }

    private Map<Integer, Long> resources(Viewer viewer, long project, List<PlanResource> resources) {
        var at = Timestamp.from(clock.instant());
        var by = viewer.personId();
        var people = people(viewer, resources);
        var fresh = ids.take(resources.size());
        var byUid = new HashMap<Integer, Long>();
        var rows = new ArrayList<@Nullable Object[]>();
        var origins = new ArrayList<Object[]>();
        for (var resource : resources) {
            var uid = String.valueOf(resource.uid());
            var person = people.get(mail(resource));
            if (person != null && resource.kind() == ResourceKind.PERSON) {
                byUid.put(resource.uid(), person);
                origins.add(new Object[] {project, uid, person, resource.name()});
                continue;
            }
            byUid.put(resource.uid(), fresh.get(rows.size()));
            rows.add(new @Nullable Object[] {
                fresh.get(rows.size()),
                project,
                resource.name(),
                resource.kind().name(),
                resource.maxUnits(),
                resource.unitLabel(),
                resource.email(),
                resource.group(),
                resource.calendarId(),
                uid,
                at,
                by,
                at,
                by
            });
        }
        jdbc.batchUpdate(RESOURCE, rows);
        jdbc.batchUpdate(ORIGIN, origins);
        return byUid;
    }

    /** The users among them by mail, each a resource of the pool by now. */
    private Map<String, Long> people(Viewer viewer, List<PlanResource> resources) {
        var mails = resources.stream()
                .map(PlanResources::mail)
                .filter(mail -> !mail.isEmpty())
                .distinct()
                .toArray(String[]::new);
        var byMail = new HashMap<String, Long>();
        if (mails.length > 0) {
            var client = JdbcClient.create(jdbc);
            client.sql(PEOPLE)
                    .param("at", Timestamp.from(clock.instant()))
                    .param("by", viewer.personId())
                    .param("mails", mails)
                    .update();
            client.sql("""
                            select lower(u.email) as mail, r.id
                              from foundation.app_user u join project.resource r on r.user_id = u.id
                             where u.active and lower(u.email) = any (:mails)
                            """).param("mails", mails).query(row -> {
                byMail.put(row.getString("mail"), row.getLong("id"));
            });
        }
        return byMail;
    }

    private void assignments(
            Viewer viewer, List<PlanAssignment> assignments, Map<Integer, Long> byUid, Map<Integer, Long> tasks) {
        var at = Timestamp.from(clock.instant());
        var by = viewer.personId();
        var fresh = ids.take(assignments.size());
        var lines = new ArrayList<@Nullable Object[]>();
        for (var one : assignments) {
            var task = tasks.get(one.taskUid());
            var resource = byUid.get(one.resourceUid());
            if (task != null && resource != null) {
                long work = one.workMinutes();
                lines.add(new @Nullable Object[] {
                    fresh.get(lines.size()), resource, one.units(), work, work, work, work, at, by, at, by, task
                });
            }
        }
        jdbc.batchUpdate(ASSIGNMENT, lines);
    }

    private static String mail(PlanResource resource) {
        return resource.email() == null ? "" : resource.email().toLowerCase(Locale.ROOT);
    }
}
