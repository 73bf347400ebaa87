package io.throughline.project.resource;

import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectId;
import io.throughline.project.schedule.TaskStaffing;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When somebody's own hours change, the plans they work in are computed anew in the background. */
@Component
@RequiredArgsConstructor
class ResourceReplan {

    private static final String OPEN_PROJECTS = """
            select distinct a.project_id from project.resource_assignment a
              join project.project p on p.id = a.project_id and p.status in ('ACTIVE', 'ON_HOLD')
             where a.resource_id = ?
            """;

    private final TaskStaffing staffing;
    private final JdbcClient jdbc;

    void of(Viewer viewer, Resource resource) {
        if (resource.getKind().works()) {
            staffing.replanLater(viewer, projects(resource.requireId()));
        }
    }

    List<ProjectId> projects(long resource) {
        return jdbc.sql(OPEN_PROJECTS)
                .param(resource)
                .query((row, n) -> new ProjectId(row.getLong(1)))
                .list();
    }
}
