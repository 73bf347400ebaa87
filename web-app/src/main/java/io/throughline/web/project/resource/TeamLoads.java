package io.throughline.web.project.resource;

import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectAccess;
import io.throughline.project.resource.Loads;
import io.throughline.project.resource.ResourceQueries;
import java.time.Clock;
import java.time.LocalDate;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The load of all who work in a project, for its team's page; over all projects, as nobody works in one alone. */
@Component
@RequiredArgsConstructor
public class TeamLoads {

    private final ResourceQueries resources;
    private final Loads loads;
    private final Clock clock;

    /** Nothing for who may not see load. */
    public void fill(
            Viewer viewer, ProjectAccess project, @Nullable String from, @Nullable Integer weeks, Model model) {
        if (viewer.hasAny(Role.RESOURCE_COORDINATOR, Role.PROJECT_MANAGER, Role.MANAGER)) {
            var window = Weeks.of(from, weeks, LocalDate.now(clock.withZone(project.zone())));
            var rows = resources.ofProject(viewer, project);
            model.addAttribute("heat", HeatMap.of(viewer, loads, rows, window));
            model.addAttribute("counts", Weeks.COUNTS);
            model.addAttribute(
                    "own", rows.stream().filter(row -> row.project() != null).toList());
        }
    }
}
