package io.throughline.web.project.schedule;

import io.throughline.foundation.people.Viewer;
import io.throughline.project.schedule.DependencyType;
import io.throughline.project.schedule.GanttQueries;
import io.throughline.web.project.InDrafts;
import io.throughline.web.project.ProjectPages;
import io.throughline.web.shell.Words;
import java.time.Clock;
import java.time.LocalDate;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;

/** The plan as bars over time. */
@Controller
@RequiredArgsConstructor
@InDrafts
class GanttController {

    private final GanttQueries gantts;
    private final GanttDrawing drawing;
    private final OutlineLevels levels;
    private final ProjectPages pages;
    private final Words words;
    private final Clock clock;

    @GetMapping("/projects/{key}/schedule/gantt")
    String show(
            Viewer viewer,
            @PathVariable String key,
            PlanAddress address,
            GanttAddress how,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            Model model) {
        var project = pages.plan(viewer, key, "schedule", model);
        var view = address.view();
        var gantt = gantts.of(viewer, project, view, how.baseline());
        model.addAttribute("window", gantt.window());
        model.addAttribute("view", view);
        model.addAttribute("gantt", gantt);
        model.addAttribute("how", how);
        model.addAttribute("chart", drawing.draw(gantt, how, LocalDate.now(clock.withZone(project.zone()))));
        model.addAttribute("may", project.manages() && project.isOpen());
        if (htmx != null) {
            return "project/schedule/gantt :: grid";
        }
        model.addAttribute("levels", levels.of(gantt.window()));
        model.addAttribute("types", words.options(DependencyType.values()));
        return "project/schedule/gantt";
    }
}
