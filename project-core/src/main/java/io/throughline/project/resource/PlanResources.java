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
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes the resources and assignments of a plan brought in from outside; one that names a user by mail is that user. */
@Service
@Transactional
@RequiredArgsConstructor
@Allow({Role.PROJECT_MANAGER, Role.MANAGER})
public class PlanResources {

    private static final String RESOURCE = """
            insert into project.resource (id, version, project_id, name, kind, user_id, max_units, unit_label, email,
                    group_name, calendar_name, external_uid, active, created_at, created_by, changed_at, changed_by)
            values (?, 0, ?, ?, ?, (select u.id from foundation.app_user u where u.active and lower(u.email) = lower(?)
                        and u.contact_id is null), ?, ?, ?, ?, ?, ?, true, ?, ?, ?, ?)
            """;

    private static final String ASSIGNMENT = """
            insert into project.resource_assignment (id, version, project_id, task_id, resource_id, units, work_minutes,
                    actual_work_minutes, remaining_work_minutes, starts_at, finishes_at,
                    created_at, created_by, changed_at, changed_by)
            select ?, 0, t.project_id, t.id, ?, ?, ?, ? * t.percent_complete / 100, ? - ? * t.percent_complete / 100,
                   t.planned_start, t.planned_finish, ?, ?, ?, ? from project.task t where t.id = ?
            on conflict (task_id, resource_id) do nothing
            """;

    private final ProjectQueries projects;
    private final RecordIds ids;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    /**
     * Adds them all in two statements.
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
        var at = Timestamp.from(clock.instant());
        long by = viewer.id().value();
        var resourceIds = ids.take(resources.size());
        var byUid = new HashMap<Integer, Long>();
        var rows = new ArrayList<Object[]>();
        for (int i = 0; i < resources.size(); i++) {
            var resource = resources.get(i);
            byUid.put(resource.uid(), resourceIds.get(i));
            rows.add(new Object[] {
                resourceIds.get(i), project.id().value(), resource.name(),
                        resource.kind().name(), resource.email(),
                resource.maxUnits(), resource.unitLabel(), resource.email(), resource.group(), resource.calendarName(),
                String.valueOf(resource.uid()), at, by, at, by
            });
        }
        jdbc.batchUpdate(RESOURCE, rows);
        var assignmentIds = ids.take(assignments.size());
        var lines = new ArrayList<Object[]>();
        for (var one : assignments) {
            var task = tasks.get(one.taskUid());
            var resource = byUid.get(one.resourceUid());
            if (task != null && resource != null) {
                long work = one.workMinutes();
                lines.add(new Object[] {
                    assignmentIds.get(lines.size()), resource, one.units(), work, work, work, work, at, by, at, by, task
                });
            }
        }
        jdbc.batchUpdate(ASSIGNMENT, lines);
        jdbc.update("""
                update project.task t set assignee_id = r.user_id
                  from project.resource_assignment a join project.resource r on r.id = a.resource_id
                 where a.task_id = t.id and t.project_id = ? and t.assignee_id is null and r.user_id is not null
                """, project.id().value());
    }
}
