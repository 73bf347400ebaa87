package io.throughline.web.project.resource;

import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectAccess;
import io.throughline.project.resource.AssignmentQueries;
import io.throughline.project.resource.AssignmentRow;
import io.throughline.project.resource.ResourceQueries;
import io.throughline.project.schedule.network.Effort;
import io.throughline.web.shell.Option;
import io.throughline.web.shell.Words;
import java.util.Arrays;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Who works on a task, for the task's page. */
@Component
@RequiredArgsConstructor
public class CrewPanels {

    private final AssignmentQueries assignments;
    private final ResourceQueries resources;
    private final Words words;

    /**
     * @param may whether the viewer may assign
     * @param links whether the viewer may open the page of a resource
     */
    public record Panel(
            List<AssignmentRow> rows, AssignmentQueries.Rule rule, boolean may, boolean links, List<Option> types) {}

    public Panel of(Viewer viewer, ProjectAccess project, int number) {
        var staffed = assignments.of(viewer, project, number);
        return new Panel(
                staffed.rows(),
                staffed.rule(),
                mayAssign(viewer, project),
                viewer.hasAny(Role.RESOURCE_COORDINATOR, Role.PROJECT_MANAGER, Role.MANAGER),
                types());
    }

    /** What is not on the task yet, with its kind. */
    List<Option> offered(Viewer viewer, ProjectAccess project, int number) {
        var taken = assignments.of(viewer, project, number).rows().stream()
                .map(AssignmentRow::resource)
                .toList();
        return resources.offered(viewer, project).stream()
                .filter(row -> !taken.contains(row.id()))
                .map(row -> new Option(String.valueOf(row.id()), row.name() + " · " + words.of(row.kind())))
                .toList();
    }

    private static boolean mayAssign(Viewer viewer, ProjectAccess project) {
        return project.isOpen() && (project.manages() || viewer.has(Role.RESOURCE_COORDINATOR));
    }

    private List<Option> types() {
        return Arrays.stream(Effort.Type.values())
                .map(type -> new Option(type.name(), words.text("project.resource.type." + type.name())))
                .toList();
    }
}
