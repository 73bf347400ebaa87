package io.throughline.web.project.schedule;

import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectQueries;
import io.throughline.project.schedule.PlanGrids;
import io.throughline.project.schedule.PlanWindowQueries;
import io.throughline.project.schedule.ScheduleMode;
import io.throughline.project.schedule.network.Effort;
import io.throughline.web.project.InDrafts;
import io.throughline.web.project.ProjectPages;
import io.throughline.web.shell.Words;
import java.time.Clock;
import java.time.LocalDateTime;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;

/** The plan as a tree of tasks. */
@Controller
@RequiredArgsConstructor
@InDrafts
class ScheduleController {

    private final PlanWindowQueries windows;
    private final PlanGrids grids;
    private final ProjectQueries projects;
    private final ProjectPages pages;
    private final OutlineLevels levels;
    private final Words words;
    private final Clock clock;

    @GetMapping("/projects/{key}/schedule")
    String show(
            Viewer viewer,
            @PathVariable String key,
            PlanAddress address,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            Model model) {
        var project = pages.plan(viewer, key, "schedule", model);
        var view = address.view();
        var grid = grids.of(viewer, project);
        var window = windows.of(viewer, project, view, grid.columns());
        model.addAttribute("columns", grid.columns());
        model.addAttribute("steps", grid);
        model.addAttribute("window", window);
        model.addAttribute("view", view);
        model.addAttribute("now", LocalDateTime.now(clock.withZone(project.zone())));
        model.addAttribute("conflicts", ConflictLine.of(window));
        model.addAttribute("mayLevel", viewer.hasAny(Role.PROJECT_MANAGER, Role.MANAGER, Role.RESOURCE_COORDINATOR));
        model.addAttribute("mayDraft", project.manages() && viewer.hasAny(Role.PROJECT_MANAGER, Role.MANAGER));
        model.addAttribute("may", project.manages() && project.isOpen());
        if (htmx != null) {
            return "project/schedule/plan :: grid";
        }
        model.addAttribute("levels", levels.of(window));
        model.addAttribute("effortTypes", Effort.Type.values());
        model.addAttribute("modes", words.options(ScheduleMode.values()));
        model.addAttribute("team", ProjectPages.options(projects.team(viewer, project)));
        return "project/schedule/plan";
    }
}
