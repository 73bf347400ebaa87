package io.throughline.web.project.schedule;

import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectQueries;
import io.throughline.project.schedule.PlanSummaries;
import io.throughline.project.schedule.TaskQueries;
import io.throughline.web.project.ProjectPages;
import java.time.Clock;
import java.time.LocalDateTime;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** The plan as a tree of tasks. */
@Controller
@RequiredArgsConstructor
class ScheduleController {

    private static final int SHOWN = 1000;

    private final TaskQueries tasks;
    private final PlanSummaries plans;
    private final ProjectQueries projects;
    private final ProjectPages pages;
    private final Clock clock;

    /** @param from index of the first line, for plans too long for one page */
    @GetMapping("/projects/{key}/schedule")
    String show(
            Viewer viewer,
            @PathVariable String key,
            @RequestParam(defaultValue = "0") int from,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            Model model) {
        var project = pages.plan(viewer, key, "schedule", model);
        var outline = tasks.plan(viewer, project);
        var rows = outline.rows();
        int first = Math.max(0, Math.min(from, rows.size()));
        int end = Math.min(first + SHOWN, rows.size());
        model.addAttribute("rows", rows.subList(first, end));
        model.addAttribute("total", rows.size());
        model.addAttribute("earlier", first > 0 ? Integer.valueOf(Math.max(0, first - SHOWN)) : null);
        model.addAttribute("later", end < rows.size() ? Integer.valueOf(end) : null);
        model.addAttribute("now", LocalDateTime.now(clock.withZone(project.zone())));
        model.addAttribute("conflicts", ConflictLine.of(outline));
        model.addAttribute("levels", viewer.hasAny(Role.PROJECT_MANAGER, Role.MANAGER, Role.RESOURCE_COORDINATOR));
        model.addAttribute("may", project.manages() && project.isOpen());
        if (htmx != null) {
            return "project/schedule/plan :: grid";
        }
        model.addAttribute("plan", plans.of(viewer, project));
        model.addAttribute("team", ProjectPages.options(projects.team(viewer, project)));
        return "project/schedule/plan";
    }
}
