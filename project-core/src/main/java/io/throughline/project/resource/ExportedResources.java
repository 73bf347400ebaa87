package io.throughline.project.resource;

import io.throughline.project.lifecycle.ProjectId;
import io.throughline.project.schedule.PlannedResources.Staffed;
import io.throughline.project.schedule.planfile.PlanFileAssignment;
import io.throughline.project.schedule.planfile.PlanFileResource;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The resources of a plan as a file writes them: those it came with and those who work on it. One keeps the number it had
 * in the file it came from.
 */
@Component
@RequiredArgsConstructor
class ExportedResources {

    private static final String RESOURCES = """
            select r.id, r.name, r.kind, r.max_units, r.unit_label, coalesce(r.email, u.email) as email, r.group_name,
                   r.calendar_id, coalesce(r.external_uid, o.external_uid) as uid
              from project.resource r
              left join foundation.app_user u on u.id = r.user_id
              left join lateral (select min(p.external_uid) as external_uid from project.plan_resource p
                                  where p.project_id = :project and p.resource_id = r.id) o on true
             where r.project_id = :project
                or r.id in (select a.resource_id from project.resource_assignment a where a.project_id = :project)
             order by length(coalesce(r.external_uid, o.external_uid)), coalesce(r.external_uid, o.external_uid), r.id
            """;

    private static final String ASSIGNMENTS = """
            select task_id, resource_id, units, work_minutes from project.resource_assignment
             where project_id = ? order by task_id, id
            """;

    private final JdbcClient jdbc;

    Staffed of(ProjectId project, Map<Long, Integer> tasks) {
        var resources = new ArrayList<PlanFileResource>();
        var uids = new HashMap<Long, Integer>();
        var calendars = new HashMap<Integer, Long>();
        var taken = new HashSet<Integer>();
        jdbc.sql(RESOURCES).param("project", project.value()).query(row -> {
            int uid = uid(row.getString("uid"), taken);
            uids.put(row.getLong("id"), uid);
            var calendar = row.getObject("calendar_id", Long.class);
            if (calendar != null) {
                calendars.put(uid, calendar);
            }
            resources.add(new PlanFileResource(
                    uid,
                    row.getString("name"),
                    type(ResourceKind.valueOf(row.getString("kind"))),
                    percent(row.getBigDecimal("max_units")),
                    row.getString("email"),
                    row.getString("group_name"),
                    row.getString("unit_label"),
                    null));
        });
        var assignments = new ArrayList<PlanFileAssignment>();
        jdbc.sql(ASSIGNMENTS).param(project.value()).query(row -> {
            var task = tasks.get(row.getLong("task_id"));
            var resource = uids.get(row.getLong("resource_id"));
            if (task != null && resource != null) {
                assignments.add(new PlanFileAssignment(
                        task, resource, percent(row.getBigDecimal("units")), row.getLong("work_minutes")));
            }
        });
        return new Staffed(resources, assignments, calendars);
    }

    /** Those with a number of their own come first, so that none takes it from them. */
    private static int uid(@Nullable String kept, Set<Integer> taken) {
        if (kept != null && kept.matches("[1-9][0-9]{0,8}") && taken.add(Integer.valueOf(kept))) {
            return Integer.parseInt(kept);
        }
        int free = taken.stream().mapToInt(Integer::intValue).max().orElse(0) + 1;
        taken.add(free);
        return free;
    }

    private static double percent(BigDecimal units) {
        return units.movePointRight(2).doubleValue();
    }

    private static PlanFileResource.Type type(ResourceKind kind) {
        return switch (kind) {
            case PERSON, EQUIPMENT, GENERIC -> PlanFileResource.Type.WORK;
            case MATERIAL -> PlanFileResource.Type.MATERIAL;
            case COST -> PlanFileResource.Type.COST;
        };
    }
}
