package io.throughline.web.project.planfile;

import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectAccess;
import io.throughline.project.lifecycle.ProjectQueries;
import io.throughline.project.schedule.TaskQueries;
import io.throughline.project.schedule.TaskRow;
import io.throughline.project.schedule.TaskStatus;
import io.throughline.web.export.ICalendarFile;
import java.time.Clock;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Tasks and milestones of a plan as all-day events; summaries and cancelled tasks stay out. */
@Component
class PlanCalendarFiles {

    private final TaskQueries tasks;
    private final ProjectQueries projects;
    private final Clock clock;
    private final String baseUrl;

    PlanCalendarFiles(
            TaskQueries tasks,
            ProjectQueries projects,
            Clock clock,
            @Value("${throughline.base-url:http://localhost:${server.port:8080}}") String baseUrl) {
        this.tasks = tasks;
        this.projects = projects;
        this.clock = clock;
        this.baseUrl = baseUrl;
    }

    String of(Viewer viewer, String key) {
        var project = projects.requirePlan(viewer, key);
        var file = new ICalendarFile(project.name(), clock.instant());
        for (var row : tasks.outline(viewer, project)) {
            if (!row.summary()
                    && row.status() != TaskStatus.CANCELLED
                    && row.plannedStart() != null
                    && row.plannedFinish() != null) {
                event(file, project, row);
            }
        }
        return file.ended();
    }

    private void event(ICalendarFile file, ProjectAccess project, TaskRow row) {
        var start = Objects.requireNonNull(row.plannedStart()).toLocalDate();
        var finish = Objects.requireNonNull(row.plannedFinish()).toLocalDate();
        var path = "/projects/" + project.key() + "/tasks/" + row.number();
        file.event(
                "task-" + row.id(),
                row.isMilestone() ? finish : start,
                finish,
                (row.isMilestone() ? "◆ " : "") + project.key() + "-" + row.number() + " " + row.name(),
                project.name(),
                baseUrl + path);
    }
}
